package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What must hold for all versions and constraints, tried on many. */
final class VersionPropertyTest {

  private static final long LAST_PART = (1L << 21) - 1;

  @Property(tries = 3_000)
  void rangesHoldWhatTheConstraintAdmits(
      @ForAll("constraints") String text, @ForAll("releases") String release) {
    VersionConstraint constraint = constraint(text);
    List<VersionRange> ranges = constraint.ranges().orElseThrow();

    LongStream boundaries = ranges.stream().flatMapToLong(r -> LongStream.of(r.min(), r.max()));
    LongStream points =
        LongStream.concat(boundaries, packed(release).stream())
            .flatMap(point -> LongStream.of(point - 1, point, point + 1))
            .filter(point -> point >= 0);

    assertThat(points.boxed())
        .allSatisfy(
            point ->
                assertThat(ranges.stream().anyMatch(it -> it.min() <= point && point <= it.max()))
                    .as("%s in %s", unpacked(point), ranges)
                    .isEqualTo(constraint.admits(version(unpacked(point)))));
  }

  @Property(tries = 3_000)
  void rangesAreInOrderWithGaps(@ForAll("constraints") String text) {
    List<VersionRange> ranges = constraint(text).ranges().orElseThrow();

    for (int index = 1; index < ranges.size(); index++) {
      assertThat(ranges.get(index).min()).isGreaterThan(ranges.get(index - 1).max() + 1);
    }
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void sortKeysAreOrderedLikeTheVersions(
      @ForAll("versions") String left, @ForAll("versions") String right) {
    SemanticVersion a = version(left);
    SemanticVersion b = version(right);
    int total = Integer.signum(SemanticVersion.TOTAL.compare(a, b));

    assertThat(Integer.signum(Arrays.compareUnsigned(a.sortKey(), b.sortKey()))).isEqualTo(total);
    assertThat(total).isEqualTo(-Integer.signum(SemanticVersion.TOTAL.compare(b, a)));
    if (a.compareTo(b) != 0) {
      assertThat(total).isEqualTo(Integer.signum(a.compareTo(b)));
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void orderIsTransitive(
      @ForAll("versions") String x, @ForAll("versions") String y, @ForAll("versions") String z) {
    List<SemanticVersion> sorted =
        List.of(version(x), version(y), version(z)).stream().sorted(SemanticVersion.TOTAL).toList();

    assertThat(SemanticVersion.TOTAL.compare(sorted.getFirst(), sorted.getLast())).isNotPositive();
  }

  @Property(tries = 1_000)
  void packedFormsAreOrderedLikeReleases(
      @ForAll("releases") String left, @ForAll("releases") String right) {
    int packed = Long.compare(packed(left).orElseThrow(), packed(right).orElseThrow());

    assertThat(packed).isEqualTo(version(left).compareTo(version(right)));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void textIsReadAgainAsTheSameVersion(@ForAll("versions") String text) {
    SemanticVersion version = version(text);

    assertThat(version.text()).isEqualTo(text);
    assertThat(SemanticVersion.parseStrict(version.text()).toOptional()).contains(version);
    assertThat(written(version)).isEqualTo(text);
  }

  @Property(tries = 3_000)
  void anyTextIsReadOrRejected(@ForAll("noise") String text) {
    isReadOrRejected(text, SemanticVersion.parse(text), SemanticVersion::text);
    isReadOrRejected(text, SemanticVersion.parseStrict(text), SemanticVersion::text);
    isReadOrRejected(text, VersionConstraint.parse(text), VersionConstraint::text);
  }

  private static <T> void isReadOrRejected(
      String text, ParseResult<T> result, Function<T, String> read) {
    switch (result) {
      case ParseResult.Parsed<T>(T value) -> assertThat(read.apply(value)).isEqualTo(text);
      case ParseResult.Rejected<T>(String reason) ->
          assertThat(reason).isNotBlank().hasLineCount(1);
    }
  }

  @Provide
  Arbitrary<String> releases() {
    return Combinators.combine(parts(), parts(), parts()).as((a, b, c) -> a + "." + b + "." + c);
  }

  @Provide
  Arbitrary<String> versions() {
    Arbitrary<String> number = Arbitraries.of("0", "1", "255", "256", "18446744073709551615");
    Arbitrary<String> identifier =
        Arbitraries.of(
            "0", "1", "2", "10", "256", "18446744073709551616", "a", "aa", "a-", "A", "-", "0a");
    Arbitrary<String> tag =
        identifier.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(".", list));
    return Combinators.combine(
            number,
            number,
            number,
            tag.map(text -> "-" + text).optional(0.7),
            tag.map(text -> "+" + text).optional(0.3))
        .as((a, b, c, pre, build) -> a + "." + b + "." + c + pre.orElse("") + build.orElse(""));
  }

  /** Constraints without tags and with parts that have a packed form. */
  @Provide
  Arbitrary<String> constraints() {
    Arbitrary<String> open = Arbitraries.of("x", "*", "X");
    Arbitrary<String> part = Arbitraries.frequencyOf(Tuple.of(6, parts()), Tuple.of(1, open));
    Arbitrary<String> version =
        part.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(".", list));
    Arbitrary<String> operator =
        Arbitraries.of("", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^");
    Arbitrary<String> comparison = Combinators.combine(operator, version).as(String::concat);
    Arbitrary<String> range =
        Combinators.combine(version, version).as((from, to) -> from + " - " + to);
    Arbitrary<String> group =
        Arbitraries.oneOf(comparison, comparison, comparison, range)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(list -> String.join(", ", list));
    return group.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(" || ", list));
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(
            "1", "0", ".", "x", "v", "a", " ", "-", " - ", "|", "||", ",", ">", "=", "+", "ä")
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  private static Arbitrary<String> parts() {
    return Arbitraries.of(0L, 0L, 1L, 2L, 8L, LAST_PART - 1, LAST_PART).map(String::valueOf);
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text).toOptional().orElseThrow();
  }

  private static VersionConstraint constraint(String text) {
    return VersionConstraint.parse(text).toOptional().orElseThrow();
  }

  private static OptionalLong packed(String release) {
    return version(release).packed();
  }

  private static String unpacked(long packed) {
    return (packed >> 42) + "." + ((packed >> 21) & LAST_PART) + "." + (packed & LAST_PART);
  }

  private static String written(SemanticVersion version) {
    return "%s.%s.%s%s%s"
        .formatted(
            Long.toUnsignedString(version.major()),
            Long.toUnsignedString(version.minor()),
            Long.toUnsignedString(version.patch()),
            version.hasPrerelease() ? "-" + version.prerelease() : "",
            version.build().isEmpty() ? "" : "+" + version.build());
  }
}
