package dev.packhouse.generator.model;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SemanticVersionTest {

  private static final String OUT_OF_RANGE =
      "error parsing version segment: strconv.ParseUint: parsing \"%s\": value out of range";

  @Test
  void takesAVersionApart() {
    SemanticVersion version = version("8.19.2-rc.1+git-7f3");

    assertThat(version.major()).isEqualTo(8);
    assertThat(version.minor()).isEqualTo(19);
    assertThat(version.patch()).isEqualTo(2);
    assertThat(version.prerelease()).isEqualTo("rc.1");
    assertThat(version.hasPrerelease()).isTrue();
    assertThat(version.build()).isEqualTo("git-7f3");
    assertThat(version.text()).isEqualTo("8.19.2-rc.1+git-7f3").isEqualTo(version.toString());
  }

  @Test
  void hyphenBehindThePlusBelongsToTheBuild() {
    SemanticVersion version = version("1.2.3+a-b");

    assertThat(version.hasPrerelease()).isFalse();
    assertThat(version.build()).isEqualTo("a-b");
  }

  @ParameterizedTest
  @CsvSource({"8, 8, 0", "8.2, 8, 2", "v8.2.0, 8, 2", "08.02.00, 8, 2", "8-1.2, 8, 0"})
  void readsLenientlyWhatIsNotStrict(String text, long major, long minor) {
    SemanticVersion version = version(text);

    assertThat(version.major()).isEqualTo(major);
    assertThat(version.minor()).isEqualTo(minor);
    assertThat(version.patch()).isZero();
    assertThat(version.text()).isEqualTo(text);
    assertThat(SemanticVersion.parseStrict(text)).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "V1.2.3",
        " 1.2.3",
        "1.2.3\n",
        "1..3",
        "1.2.",
        ".1.2",
        "1.2.3.4",
        "1.2.x",
        "-1.2.3",
        "1.2.3-",
        "1.2.3+",
        "1.2.3-a..b",
        "1.2.3-a.",
        "1.2.3+a+b",
        "1.2.3-a_b",
        "1.2.3-ä",
        "١.2.3"
      })
  void rejectsWhatIsNoVersion(String text) {
    assertThat(SemanticVersion.parse(text)).isEqualTo(new Rejected<>("invalid semantic version"));
    assertThat(SemanticVersion.parseStrict(text))
        .isEqualTo(new Rejected<>("invalid semantic version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3-01", "1.2.3-rc.00", "1-0123.a"})
  void rejectsANumericPrereleasePartWithALeadingZero(String text) {
    assertThat(SemanticVersion.parse(text))
        .isEqualTo(new Rejected<>("version segment starts with 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01.2.3", "1.02.3", "1.2.03", "1.2.3-01"})
  void strictlyRejectsALeadingZeroAnywhere(String text) {
    assertThat(SemanticVersion.parseStrict(text))
        .isEqualTo(new Rejected<>("version segment starts with 0"));
  }

  @Test
  void leadingZerosAreFineInBuildAndInTextualPrereleaseParts() {
    assertThat(SemanticVersion.parseStrict("1.2.3-0a.0+007").toOptional()).isPresent();
  }

  @Test
  void partsAreUnsignedNumbersOf64Bits() {
    SemanticVersion version = version("18446744073709551615.0.1");

    assertThat(Long.toUnsignedString(version.major())).isEqualTo("18446744073709551615");
    assertThat(version).isGreaterThan(version("9223372036854775807.9.9"));
    assertThat(version("000000000000000000000000008.0.0")).isEqualByComparingTo(version("8"));
  }

  @Test
  void namesThePartThatDoesNotFit() {
    assertThat(SemanticVersion.parse("1.18446744073709551616"))
        .isEqualTo(new Rejected<>(OUT_OF_RANGE.formatted("18446744073709551616")));
    assertThat(SemanticVersion.parseStrict("1.2.99999999999999999999999-01"))
        .isEqualTo(new Rejected<>(OUT_OF_RANGE.formatted("99999999999999999999999")));
  }

  @Test
  void takes256BytesAndNoMore() {
    String longest = "1.2.3-" + "a".repeat(250);

    assertThat(SemanticVersion.parseStrict(longest).toOptional()).isPresent();
    assertThat(SemanticVersion.parse(longest + "a"))
        .isEqualTo(SemanticVersion.parseStrict(longest + "a"))
        .isEqualTo(new Rejected<>("version string is too long (max 256 bytes)"));
    assertThat(SemanticVersion.parse("ä".repeat(129)))
        .isEqualTo(new Rejected<>("version string is too long (max 256 bytes)"));
  }

  @Test
  void rejectsHugeTextsAtOnce() {
    assertTimeout(
        ofSeconds(20),
        () -> {
          for (String piece : List.of("1", "1.", "-", "0", "a.", "+a", " ")) {
            assertThat(SemanticVersion.parse("1.2.3-a" + piece.repeat(100_000)))
                .isInstanceOf(Rejected.class);
          }
        });
  }

  @Test
  void ordersByPrecedence() {
    List<SemanticVersion> ascending =
        versions(
            "1.9.0-1",
            "1.9.0-2",
            "1.9.0-10",
            "1.9.0--1",
            "1.9.0-0a",
            // A number that does not fit into 64 bits is ordered as text.
            "1.9.0-18446744073709551616",
            "1.9.0-SNAPSHOT",
            "1.9.0-rc",
            "1.9.0-rc.1",
            "1.9.0-rc.1.0",
            "1.9.0-rc.2",
            "1.9.0-rc1",
            "1.9.0",
            "1.10.0-a",
            "1.10.0",
            "10.0.0");

    assertThat(shuffled(ascending).stream().sorted()).containsExactlyElementsOf(ascending);
    assertThat(shuffled(ascending).stream().sorted(SemanticVersion.TOTAL))
        .containsExactlyElementsOf(ascending);
    assertThat(
            shuffled(ascending).stream()
                .sorted(Comparator.comparing(SemanticVersion::sortKey, Arrays::compareUnsigned)))
        .containsExactlyElementsOf(ascending);
  }

  @Test
  void buildMetadataCountsInTheTotalOrderOnly() {
    List<SemanticVersion> ascending = versions("1.2", "1.2.0", "1.2.0+1", "1.2.0+10", "1.2.0+9");

    assertThat(ascending)
        .allSatisfy(version -> assertThat(version).isEqualByComparingTo(version("1.2")));
    assertThat(shuffled(ascending).stream().sorted(SemanticVersion.TOTAL))
        .containsExactlyElementsOf(ascending);
    assertThat(version("1.2.0+1")).isEqualTo(version("1.2.0+1")).isNotEqualTo(version("1.2.0+9"));
  }

  @Test
  void packsReleasesOf21BitsAPart() {
    assertThat(version("0.0.1").packed()).hasValue(1);
    assertThat(version("0.1.0+b").packed()).hasValue(1L << 21);
    assertThat(version("v3.2.1").packed()).hasValue((3L << 42) + (2L << 21) + 1);
    assertThat(version("2097151.2097151.2097151").packed()).hasValue(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3-a",
        "2097152.0.0",
        "0.2097152.0",
        "0.0.2097152",
        "18446744073709551615.0.0"
      })
  void doesNotPackPrereleasesAndLargeParts(String text) {
    assertThat(version(text).packed()).isEmpty();
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text).toOptional().orElseThrow();
  }

  private static List<SemanticVersion> versions(String... texts) {
    return Arrays.stream(texts).map(SemanticVersionTest::version).toList();
  }

  private static List<SemanticVersion> shuffled(List<SemanticVersion> versions) {
    List<SemanticVersion> copy = new ArrayList<>(versions);
    Collections.reverse(copy);
    Collections.swap(copy, 0, copy.size() / 2);
    return copy;
  }
}
