package dev.packhouse.server.query;

import dev.packhouse.generator.model.GoBoolean;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.generator.model.RecordShapes;
import dev.packhouse.generator.model.SemanticVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the values of parameters mean. Every rejection's text is part of the interface. */
final class ValueParsers {
  private static final int HIGHEST_LIMIT = 10_000;
  private static final int MOST_DIGITS = 5;

  /** Longer ones are out of every range, and slow to read. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

  private ValueParsers() {}

  static ParseResult<SemanticVersion> version(String product, String value) {
    return switch (SemanticVersion.parse(value)) {
      case Parsed<SemanticVersion> parsed -> parsed;
      case Rejected<SemanticVersion>(String reason) ->
          new Rejected<>("invalid " + product + " version '" + value + "': " + reason);
    };
  }

  static ParseResult<Boolean> flag(String name, String value) {
    return GoBoolean.parse(value)
        .<ParseResult<Boolean>>map(Parsed::new)
        .orElseGet(() -> new Rejected<>("invalid '" + name + "' query param: '" + value + "'"));
  }

  /**
   * A whole number.
   *
   * @param least not negative
   */
  static ParseResult<Long> number(String name, String value, long least, long most) {
    return NUMBER.matcher(value).matches() && inRange(value, least, most)
        ? new Parsed<>(Long.parseLong(value))
        : new Rejected<>(
            "invalid '%s' query param: '%s': it should be a whole number from %d to %d"
                .formatted(name, value, least, most));
  }

  private static boolean inRange(String digits, long least, long most) {
    BigInteger number = new BigInteger(digits);
    return number.compareTo(BigInteger.valueOf(least)) >= 0
        && number.compareTo(BigInteger.valueOf(most)) <= 0;
  }

  static ParseResult<SpecVersion> lowestSpecVersion(String name, String value) {
    return specVersion(name, value, version -> new SpecVersion(version.major(), version.minor()));
  }

  /** A pre-release such as {@code 3.0-beta} lies below 3.0, which it shuts out as the highest. */
  static ParseResult<SpecVersion> highestSpecVersion(String name, String value) {
    return specVersion(
        name,
        value,
        version -> {
          SpecVersion release = new SpecVersion(version.major(), version.minor());
          return version.hasPrerelease() ? release.previous() : release;
        });
  }

  private static ParseResult<SpecVersion> specVersion(
      String name, String value, Function<SemanticVersion, SpecVersion> bound) {
    String invalid = "invalid '" + name + "' version: ";
    if (value.chars().filter(c -> c == '.').count() != 1) {
      return new Rejected<>(
          invalid + "invalid version '" + value + "': it should be <major.version>");
    }
    return switch (SemanticVersion.parse(value)) {
      case Parsed<SemanticVersion>(SemanticVersion version) -> new Parsed<>(bound.apply(version));
      case Rejected<SemanticVersion>(String reason) ->
          new Rejected<>(invalid + "invalid spec version '" + value + "': " + reason);
    };
  }

  static ParseResult<List<DiscoveryFilter>> discovery(List<String> values) {
    List<DiscoveryFilter> filters = new ArrayList<>();
    for (String value : values) {
      switch (discoveryFilter(value)) {
        case Parsed<DiscoveryFilter>(DiscoveryFilter filter) -> filters.add(filter);
        case Rejected<DiscoveryFilter>(String reason) -> {
          return new Rejected<>("invalid 'discovery' query param: '" + value + "': " + reason);
        }
      }
    }
    return new Parsed<>(filters);
  }

  /** Gives whether the order is that of names. */
  static ParseResult<Boolean> sort(String value) {
    return switch (value) {
      case "name" -> new Parsed<>(true);
      case "relevance" -> new Parsed<>(false);
      default -> invalid("sort", value, "it should be relevance or name");
    };
  }

  static ParseResult<Integer> limit(String value) {
    Optional<Integer> number =
        value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')
            ? Optional.of(Integer.parseInt(value))
            : Optional.empty();
    return number
        .filter(limit -> limit >= 1 && limit <= HIGHEST_LIMIT)
        .<ParseResult<Integer>>map(Parsed::new)
        .orElseGet(
            () -> invalid("limit", value, "it should be a number from 1 to " + HIGHEST_LIMIT));
  }

  static ParseResult<Cursor> cursor(String value) {
    return switch (Cursor.parse(value)) {
      case Parsed<Cursor> parsed -> parsed;
      case Rejected<Cursor>(String reason) -> invalid("cursor", value, reason);
    };
  }

  static ParseResult<Set<String>> fields(String value) {
    Set<String> keys = commaList(value);
    return keys.stream()
        .filter(key -> RecordShapes.SHORT.find(key).isEmpty())
        .findFirst()
        .<ParseResult<Set<String>>>map(
            key -> invalid("fields", value, "unknown field " + QuotedText.of(key)))
        .orElseGet(() -> new Parsed<>(keys));
  }

  private static <T> ParseResult<T> invalid(String name, String value, String reason) {
    return new Rejected<>("invalid '" + name + "' query param: '" + value + "': " + reason);
  }

  /** An empty text is a list of one empty name, which no package has. */
  static Set<String> commaList(String value) {
    return new LinkedHashSet<>(List.of(value.split(",", -1)));
  }

  private static ParseResult<DiscoveryFilter> discoveryFilter(String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      return new Rejected<>("could not parse filter " + QuotedText.of(value));
    }
    String kind = value.substring(0, colon);
    Set<String> names = commaList(value.substring(colon + 1));
    return switch (kind) {
      case "fields" -> new Parsed<>(new DiscoveryFilter.Fields(names));
      case "datasets" -> new Parsed<>(new DiscoveryFilter.Datasets(names));
      default -> new Rejected<>("unknown discovery filter " + QuotedText.of(kind));
    };
  }
}
