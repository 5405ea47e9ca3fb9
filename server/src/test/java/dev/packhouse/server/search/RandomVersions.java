package dev.packhouse.server.search;

import dev.packhouse.generator.model.VersionConstraint;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws versions and constraints that lie close together, with tags and large parts among them. */
final class RandomVersions {
  private static final List<String> PARTS =
      List.of("0", "1", "2", "7", "8", "9", "2097151", "2097152", "18446744073709551615");
  private static final List<String> TAGS = List.of("-SNAPSHOT", "-rc.1", "-rc.2", "-0", "+build");
  private static final List<String> OPERATORS =
      List.of("", "=", "!=", ">", "<", ">=", "<=", "~", "^");

  private final Random random;

  RandomVersions(Random random) {
    this.random = random;
  }

  /** What a package may be called; seldom a large part. */
  String packageVersion() {
    return "%d.%d.%d".formatted(random.nextInt(3), random.nextInt(3), random.nextInt(2)) + tag();
  }

  /** What a client may ask for. */
  String version() {
    return part() + "." + part() + "." + part() + tag();
  }

  /** One or two groups of one or two comparisons; drawn again where that makes no constraint. */
  String constraint() {
    return Stream.generate(() -> joined(" || ", () -> joined(" ", this::comparison)))
        .filter(text -> VersionConstraint.parse(text).toOptional().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private String comparison() {
    String operator = oneOf(OPERATORS);
    return switch (random.nextInt(6)) {
      case 0 -> operator + part() + ".x";
      case 1 -> operator + part() + "." + part();
      case 2 -> part() + ".1.0 - " + part() + ".2.0";
      default -> operator + version();
    };
  }

  private String joined(String separator, Supplier<String> drawn) {
    return IntStream.rangeClosed(0, random.nextInt(2))
        .mapToObj(i -> drawn.get())
        .collect(Collectors.joining(separator));
  }

  private String part() {
    // Large parts are rare here as they are in the world.
    return PARTS.get(random.nextInt(random.nextInt(5) == 0 ? PARTS.size() : 6));
  }

  private String tag() {
    return random.nextInt(5) == 0 ? oneOf(TAGS) : "";
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
