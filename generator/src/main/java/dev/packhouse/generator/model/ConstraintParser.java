package dev.packhouse.generator.model;

import static java.util.Map.entry;

import dev.packhouse.generator.model.Comparison.Operator;
import dev.packhouse.generator.model.Comparison.Precision;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads constraints, in this grammar once {@link HyphenRange} has replaced {@code a - b}:
 *
 * <pre>
 * constraint = group { "||" group }
 * group      = [blanks] comparison { separator comparison } [blanks]
 * separator  = blanks | [blanks] "," [blanks]
 * comparison = operator [blanks] version
 * </pre>
 */
final class ConstraintParser {

  private static final int MOST_BYTES = 512;
  private static final int MOST_GROUPS = 32;

  /** Parts that leave open what stands there. */
  private static final Set<String> OPEN = Set.of("", "x", "X", "*");

  /** The first that matches counts, so the longer ones come first and none at all comes last. */
  private static final List<Map.Entry<String, Operator>> OPERATORS =
      List.of(
          entry("!=", Operator.NOT_EQUAL),
          entry(">=", Operator.GREATER_OR_EQUAL),
          entry("=>", Operator.GREATER_OR_EQUAL),
          entry("<=", Operator.LESS_OR_EQUAL),
          entry("=<", Operator.LESS_OR_EQUAL),
          entry("~>", Operator.TILDE),
          entry(">", Operator.GREATER),
          entry("<", Operator.LESS),
          entry("=", Operator.EQUAL),
          entry("~", Operator.TILDE),
          entry("^", Operator.CARET),
          entry("", Operator.EQUAL));

  private final String group;
  private int position;

  private ConstraintParser(String group) {
    this.group = group;
  }

  static ParseResult<VersionConstraint> parse(String text) {
    if (Utf8Length.exceeds(text, MOST_BYTES)) {
      return new Rejected<>("constraint of more than " + MOST_BYTES + " bytes");
    }
    String[] alternatives = HyphenRange.replaceAll(text).split("\\|\\|", -1);
    if (alternatives.length > MOST_GROUPS) {
      return new Rejected<>("constraint of more than " + MOST_GROUPS + " alternatives");
    }
    List<AndGroup> groups = new ArrayList<>();
    for (String alternative : alternatives) {
      Optional<AndGroup> group = new ConstraintParser(alternative).group();
      if (group.isEmpty()) {
        return new Rejected<>("cannot read '" + alternative.strip() + "' as comparisons");
      }
      groups.add(group.get());
    }
    return new Parsed<>(new VersionConstraint(text, groups));
  }

  /** Blanks are those of ASCII, without the vertical tab. */
  static int skipBlanks(String text, int from) {
    int end = from;
    while (end < text.length() && " \t\n\f\r".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /**
   * A part may be any mix of these until it is judged. The bar is one of them, as in the reference:
   * {@code ||} without blanks belongs to the version that {@link HyphenRange} sees.
   */
  static boolean isPartCharacter(int character) {
    return VersionShape.isDigit(character) || "xX*|".indexOf(character) >= 0;
  }

  private Optional<AndGroup> group() {
    List<Comparison> comparisons = new ArrayList<>();
    position = skipBlanks(group, 0);
    do {
      Optional<Comparison> comparison = comparison();
      if (comparison.isEmpty()) {
        return Optional.empty();
      }
      comparisons.add(comparison.get());
    } while (skipSeparator());
    return position == group.length() ? Optional.of(new AndGroup(comparisons)) : Optional.empty();
  }

  /** Whether another comparison must follow; at the end of the group, blanks are no separator. */
  private boolean skipSeparator() {
    int end = skipBlanks(group, position);
    boolean blanks = end > position;
    position = end;
    if (group.startsWith(",", position)) {
      position = skipBlanks(group, position + 1);
      return true;
    }
    return blanks && position < group.length();
  }

  private Optional<Comparison> comparison() {
    Map.Entry<String, Operator> operator =
        OPERATORS.stream()
            .filter(candidate -> group.startsWith(candidate.getKey(), position))
            .findFirst()
            .orElseThrow();
    int start = skipBlanks(group, position + operator.getKey().length());
    Optional<VersionShape> shape = VersionShape.at(group, start, ConstraintParser::isPartCharacter);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    position = shape.get().end();
    Precision precision = precision(shape.get());
    String bound = bound(shape.get(), precision, group.substring(start, position));
    return SemanticVersion.parse(bound)
        .toOptional()
        .map(version -> new Comparison(operator.getValue(), version, precision));
  }

  /** What follows a wildcard is not looked at. */
  private static Precision precision(VersionShape shape) {
    if (isOpen(shape.major())) {
      return Precision.ANY;
    }
    if (isOpen(shape.minor())) {
      return Precision.MAJOR;
    }
    return isOpen(shape.patch()) ? Precision.MINOR : Precision.PATCH;
  }

  private static boolean isOpen(String part) {
    return OPEN.contains(part);
  }

  private static String bound(VersionShape shape, Precision precision, String written) {
    String tag = shape.prerelease().isEmpty() ? "" : "-" + shape.prerelease();
    return switch (precision) {
      case ANY -> "0.0.0" + tag;
      case MAJOR -> shape.major() + ".0.0" + tag;
      case MINOR -> shape.major() + "." + shape.minor() + ".0" + tag;
      case PATCH -> written;
    };
  }
}
