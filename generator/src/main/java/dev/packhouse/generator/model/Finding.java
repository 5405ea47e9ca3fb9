package dev.packhouse.generator.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that an author should know about a package.
 *
 * @param code stable name of the kind of finding, {@code object.thing.problem}
 * @param file path as the user knows it: the given root, the package's folder, the file in it
 * @param place where in the file, if it is about a place
 * @param field dotted name of the value that it is about, as its author would say it, such as
 *     {@code process.pid.type}
 * @param message what is wrong and what was expected, in one sentence
 * @param fix what to do about it, in one sentence; where a package's own text makes this, the field
 *     or the message overlong, its middle is left out
 */
public record Finding(
    Severity severity,
    String code,
    String file,
    Optional<Place> place,
    Optional<String> field,
    String message,
    String fix)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparing(finding -> finding.place.map(Place::line).orElse(0))
          .thenComparing(finding -> finding.place.map(Place::column).orElse(0))
          .thenComparing(Finding::code)
          .thenComparing(Finding::message);

  /** In characters: more of a value than this tells a reader nothing. */
  private static final int LONGEST = 1_000;

  public Finding {
    field = field.map(Finding::shortened);
    message = shortened(message);
    fix = shortened(fix);
  }

  /** About no field. */
  public Finding(
      Severity severity,
      String code,
      String file,
      Optional<Place> place,
      String message,
      String fix) {
    this(severity, code, file, place, Optional.empty(), message, fix);
  }

  private static String shortened(String text) {
    int half = LONGEST / 2;
    return text.length() <= LONGEST
        ? text
        : text.substring(0, half) + " … " + text.substring(text.length() - half);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same, but no error: nobody is kept out for it. */
  public Finding asWarning() {
    return isError() ? new Finding(Severity.WARNING, code, file, place, field, message, fix) : this;
  }

  /** The same, but it keeps the package out. */
  public Finding asError() {
    return new Finding(Severity.ERROR, code, file, place, field, message, fix);
  }

  /** By file and place, so that the order says nothing about which package was read first. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /**
   * {@code file:line:column: severity: message [code]} on one line, as editors and terminals link
   * it; control characters are replaced.
   */
  @Override
  public String toString() {
    String where = place.map(at -> ":" + at.line() + ":" + at.column()).orElse("");
    String weight = severity.name().toLowerCase(Locale.ROOT);
    String line = file + where + ": " + weight + ": " + message + " " + fix + " [" + code + "]";
    return PrintableText.of(line);
  }
}
