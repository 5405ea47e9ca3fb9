package dev.packhouse.server.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that exists and can be sent, whole, in part, compressed, or not at all where the client
 * has it already.
 *
 * @param lastModified in whole seconds
 * @param links to what belongs to it, as values of the header Link
 */
record Representation(
    Body body,
    MediaType type,
    EntityTag tag,
    Optional<Instant> lastModified,
    Duration maxAge,
    List<String> links)
    implements Outcome {
  Representation {
    links = List.copyOf(links);
  }

  /** Without links. */
  Representation(
      Body body, MediaType type, EntityTag tag, Optional<Instant> lastModified, Duration maxAge) {
    this(body, type, tag, lastModified, maxAge, List.of());
  }

  /** Stretches of files are answered; what is put together for each request is not worth it. */
  boolean hasRanges() {
    return body instanceof FileBody;
  }
}
