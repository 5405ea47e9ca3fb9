package dev.packhouse.server.serve;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The conditions of a request for something that exists, in the order of RFC 9110, section 13.2.2.
 *
 * @param lastModified in whole seconds, as it is announced
 */
record Conditions(Request request, EntityTag tag, Optional<Instant> lastModified) {
  enum Verdict {
    PROCEED,
    NOT_MODIFIED,
    PRECONDITION_FAILED
  }

  Verdict verdict() {
    Optional<Boolean> unchanged =
        request
            .header("If-Match")
            .map(tag::matchesStrongly)
            .or(() -> date("If-Unmodified-Since", since -> !modifiedAfter(since)));
    if (unchanged.isPresent() && !unchanged.get()) {
      return Verdict.PRECONDITION_FAILED;
    }
    boolean known =
        request
            .header("If-None-Match")
            .map(tag::matchesWeakly)
            .or(() -> date("If-Modified-Since", since -> !modifiedAfter(since)))
            .orElse(false);
    return known ? Verdict.NOT_MODIFIED : Verdict.PROCEED;
  }

  /** Whether a range may be answered: RFC 9110, section 13.1.5. A date must be the very one. */
  boolean rangeApplies() {
    return request
        .header("If-Range")
        .map(
            value ->
                value.strip().endsWith("\"")
                    ? value.strip().equals(tag.text())
                    : lastModified.isPresent() && lastModified.equals(HttpDate.parse(value)))
        .orElse(true);
  }

  /** Nothing where the header is absent, is no date, or no time of modification is known. */
  private Optional<Boolean> date(String header, Predicate<Instant> condition) {
    return lastModified.isEmpty()
        ? Optional.empty()
        : request.header(header).flatMap(HttpDate::parse).map(condition::test);
  }

  private boolean modifiedAfter(Instant since) {
    return lastModified.isPresent() && lastModified.get().isAfter(since);
  }
}
