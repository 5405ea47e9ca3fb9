package dev.packhouse.generator.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that an author should know about a package. Where a package's own text makes the field,
 * the message or the fix overlong, the middle of it is left out.
 *
 * @param code stable name of the kind of finding, {@code object.thing.problem}
 * @param file path as the user knows it: the given root, the package's folder, the file in it
 * @param place where in the file, if it is about a place
 * @param field dotted name of the value that it is about, as its author would say it, such as
 *     {@code process.pid.type}
 * @param message what is wrong and what was expected, in one sentence
 * @param fix what to do about it, in one sentence
 * @param more how many further ones of its kind this stands for, none of which is told; 0 where it
 *     tells of itself
 */
public record Finding(
    Severity severity,
    String code,
    String file,
    Optional<Place> place,
    Optional<String> field,
    String message,
    String fix,
    int more)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparing(finding -> finding.place.map(Place::line).orElse(0))
          .thenComparing(finding -> finding.place.map(Place::column).orElse(0))
          .thenComparing(Finding::code)
          .thenComparingInt(Finding::more)
          .thenComparing(Finding::message)
          .thenComparing(Finding::severity);

  public Finding {
    field = field.map(ShortText::of);
    message = ShortText.of(message);
    fix = ShortText.of(fix);
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

  /** About itself only. */
  public Finding(
      Severity severity,
      String code,
      String file,
      Optional<Place> place,
      Optional<String> field,
      String message,
      String fix) {
    this(severity, code, file, place, field, message, fix, 0);
  }

  /** One that stands for so many further ones of this kind, which are not told. */
  public Finding forMore(int number) {
    // The same for one and for many but for the number, which baselines ignore.
    String message = "And " + number + " more of these here.";
    return new Finding(severity, code, file, place, Optional.empty(), message, fix, number);
  }

  /** How many things are wrong. */
  public int count() {
    return more == 0 ? 1 : more;
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same, but no error: nobody is kept out for it. */
  public Finding asWarning() {
    return isError()
        ? new Finding(Severity.WARNING, code, file, place, field, message, fix, more)
        : this;
  }

  /** The same, but it keeps the package out. */
  public Finding asError() {
    return new Finding(Severity.ERROR, code, file, place, field, message, fix, more);
  }

  /** The same, with another sentence behind its message. */
  public Finding saying(String sentence) {
    return new Finding(severity, code, file, place, field, message + " " + sentence, fix, more);
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
