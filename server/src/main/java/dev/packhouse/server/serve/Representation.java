package dev.packhouse.server.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that exists and can be sent, whole, in part, compressed, or not at all where the client
 * has it already.
 *
 * @param lastModified in whole seconds
 * @param link where it goes on, or can be searched
 */
record Representation(
    Body body,
    MediaType type,
    EntityTag tag,
    Optional<Instant> lastModified,
    Duration maxAge,
    Optional<Header> link)
    implements Outcome {
  Representation(
      Body body, MediaType type, EntityTag tag, Optional<Instant> lastModified, Duration maxAge) {
    this(body, type, tag, lastModified, maxAge, Optional.empty());
  }

  /** The same of another type. */
  Representation as(MediaType other) {
    return new Representation(body, other, tag, lastModified, maxAge, link);
  }

  /** The same with a link. */
  Representation with(Header other) {
    return new Representation(body, type, tag, lastModified, maxAge, Optional.of(other));
  }

  /** Stretches of files are answered; what is put together for each request is not worth it. */
  boolean hasRanges() {
    return body instanceof FileBody;
  }
}
