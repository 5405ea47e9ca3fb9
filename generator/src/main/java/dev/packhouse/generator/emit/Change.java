package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of the list of changes.
 *
 * @param cursor greater than that of every entry before it
 * @param generation that is the current one from then on
 * @param time in whole seconds, never before that of an entry before it
 */
record Change(long cursor, String generation, Instant time, Kind kind, PackageId id) {
  /** What became of the version. */
  enum Kind {
    ADDED,
    /** It has other content now. */
    CHANGED,
    REMOVED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> parse(String text) {
      return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
  }
}
