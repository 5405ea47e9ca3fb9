package dev.packhouse.server.query;

import dev.packhouse.generator.api.ValueKind;
import dev.packhouse.generator.model.GoBoolean;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.generator.model.SemanticVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the values of parameters mean. Every rejection's text is part of the interface. */
final class ValueParsers {
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

  static ParseResult<Long> number(String name, ValueKind.WholeNumber range, String value) {
    return NUMBER.matcher(value).matches() && inRange(value, range.least(), range.most())
        ? new Parsed<>(Long.parseLong(value))
        : invalid(name, value, "it should be a " + range.label());
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

  static ParseResult<String> choice(String name, ValueKind.Choice choice, String value) {
    return choice.values().contains(value)
        ? new Parsed<>(value)
        : invalid(name, value, "it should be " + choice.label());
  }

  static ParseResult<Cursor> cursor(String name, String value) {
    return switch (Cursor.parse(value)) {
      case Parsed<Cursor> parsed -> parsed;
      case Rejected<Cursor>(String reason) -> invalid(name, value, reason);
    };
  }

  static ParseResult<Set<String>> choices(String name, ValueKind.Choices choices, String value) {
    Set<String> chosen =
        commaList(value).stream()
            .map(String::strip)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String all = String.join(", ", choices.values());
    return chosen.stream()
        .filter(each -> !choices.values().contains(each))
        .findFirst()
        .<ParseResult<Set<String>>>map(
            each -> invalid(name, value, QuotedText.of(each) + " is none of " + all))
        .orElseGet(() -> new Parsed<>(chosen));
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
