package dev.packhouse.generator.model;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionConstraintTest {

  private static final long LAST = 2_097_151;

  /** The columns: constraint, versions that it admits, versions that it does not admit. */
  @ParameterizedTest
  @CsvSource({
    "8.2.1, 8.2.1 v8.2.1 8.2.1+b, 8.2.0 8.2.2",
    "=8.2, 8.2.0 8.2.9, 8.1.9 8.3.0",
    "8, 8.0.0 8.9.9, 7.9.9 9.0.0",
    "!=8.2.1, 8.2.0 9.0.0, 8.2.1 8.2.1+b",
    "!=8.2.x, 8.1.9 8.3.0, 8.2.0 8.2.9",
    ">8.2.1, 8.2.2, 8.2.1",
    ">8.2, 8.3.0, 8.2.9",
    ">8, 9.0.0, 8.9.9",
    ">=8.2, 8.2.0 9.0.0, 8.1.9",
    "=>8.2, 8.2.0 9.0.0, 8.1.9",
    "<8.2, 8.1.9, 8.2.0",
    "<=8.2, 8.2.9, 8.3.0",
    "=<8, 8.9.9, 9.0.0",
    "~8.2.1, 8.2.1 8.2.9, 8.2.0 8.3.0",
    "~>8.2, 8.2.0 8.2.9, 8.1.9 8.3.0",
    "~8, 8.0.0 8.9.9, 9.0.0",
    "^8.2.1, 8.2.1 8.9.0, 8.2.0 9.0.0",
    "^0.2.1, 0.2.1 0.2.9, 0.2.0 0.3.0",
    "^0.0.1, 0.0.1, 0.0.0 0.0.2",
    "^0.0, 0.0.0 0.0.9, 0.1.0",
    "^0, 0.0.0 0.9.9, 1.0.0",
    "8.1 - 8.3, 8.1.0 8.3.9, 8.0.9 8.4.0",
    "8.1.x - 8.3.2, 8.1.0 8.3.2, 8.3.3",
    ">=7.11 <9, 7.11.0 8.9.9, 7.10.9 9.0.0",
    "'>=7.11,<9', 7.11.0 8.9.9, 7.10.9 9.0.0",
    "' >= 7.11 , <9 ', 7.11.0 8.9.9, 7.10.9 9.0.0",
    "^7.14.1 || ^8.0.0, 7.14.1 7.99.0 8.0.0, 7.14.0 9.0.0",
  })
  void admitsWhatItsOperatorsSay(String constraint, String admitted, String others) {
    assertAdmits(constraint, admitted, others);
  }

  @Test
  void prereleasesNeedATagInTheirGroup() {
    assertThat(admits(">=8.0.0", "8.3.0-SNAPSHOT")).isFalse();
    assertThat(admits(">=8.0.0-0", "8.3.0-SNAPSHOT")).isTrue();
    assertThat(admits(">=8.0.0-0 <9.0.0", "8.3.0-SNAPSHOT")).isTrue();
    assertThat(admits(">=8.0.0 <9.0.0-0", "9.0.0-0")).isFalse();
    assertThat(admits("^8.0.0 || ^9.0.0-0", "8.3.0-SNAPSHOT")).isFalse();
    assertThat(admits("^8.0.0 || ^9.0.0-0", "9.3.0-SNAPSHOT")).isTrue();
    assertThat(admits("8.x-0", "8.3.0-SNAPSHOT")).isTrue();
  }

  @Test
  void exclusionOfALineWithATagShutsOutThatTagOnly() {
    assertThat(admits("!=8.2.x-rc1", "8.2.7-rc1")).isFalse();
    assertThat(admits("!=8.2.x-rc1", "8.2.7-rc2")).isTrue();
    assertThat(admits("!=8.2.x-rc1", "8.2.7")).isTrue();
    assertThat(admits("!=8.x-rc1", "8.2.7")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "x", "X", "v*", "=*", "~*", "~>x", ">=*", "x.7.9"})
  void wildcardAdmitsEveryRelease(String constraint) {
    assertThat(ranges(constraint)).containsExactly(new VersionRange(0, Long.MAX_VALUE));
  }

  /** Surprising, but what the reference does. */
  @ParameterizedTest
  @CsvSource({"!=*, 0.0.1 8.0.0, 0.0.0", ">*, 0.0.1 8.0.0, 0.0.0", "^*, 0.0.0, 0.0.1 8.0.0"})
  void wildcardIsTheLowestVersionBehindOtherOperators(
      String constraint, String admitted, String others) {
    assertAdmits(constraint, admitted, others);
  }

  @Test
  void wildcardIsTheLowestLineBehindLessOrEqual() {
    assertAdmits("<=*", "0.0.0 0.0.9", "0.1.0");
    assertThat(ranges("<*")).isEmpty();
  }

  @Test
  void tildeOfTheLowestVersionHasNoUpperEnd() {
    assertAdmits("~0.0.0", "0.0.0 8.0.0", "0.0.0-a");
    assertAdmits("~0.0", "0.0.0 0.0.9", "0.1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        ">",
        ">= ,<9",
        "8.1.2.3",
        ">>8",
        "> =8",
        "8,,9",
        "8,",
        ",8",
        "8||",
        "||8",
        "8 || ",
        "8 | 9",
        "8|9",
        "8 -9",
        "8 - ",
        "- 8",
        "7 - 8 - 9",
        ">=7 - 8",
        "8.1x",
        "8.xx",
        "8.",
        "8.2-",
        "8.2.0-01",
        "8.2.0-a_b",
        "18446744073709551616",
        "V8",
        "8\u000b9",
        "8\u00a09",
        "8;9"
      })
  void rejectsWhatIsNoConstraint(String text) {
    assertThat(VersionConstraint.parse(text)).isInstanceOf(Rejected.class);
  }

  @Test
  void saysWhichPartCannotBeRead() {
    assertThat(VersionConstraint.parse("^7.14.0 || ^^8"))
        .isEqualTo(new Rejected<>("cannot read '^^8' as comparisons"));
  }

  @Test
  void hyphenRangeTakesTheBlanksBeforeItAlong() {
    assertThat(VersionConstraint.parse("7.1 8.0 - 9.0")).isInstanceOf(Rejected.class);
    assertAdmits("<8.5, 8.0 - 9.0", "8.4.9", "7.1.0 8.5.0");
    assertAdmits("8.0 - 9.0 <8.5", "8.4.9", "7.1.0 8.5.0");
    assertAdmits("8.0 - 9.0<8.5", "8.4.9", "7.1.0 8.5.0");
  }

  @Test
  void hyphenRangeBehindBarsWithoutBlanksGivesItsLowerEndAway() {
    assertAdmits("7.1||8.0 - 9.0", "7.1.0 9.9.0", "7.0.0");
    assertThat(VersionConstraint.parse("^7.1||8.0 - 9.0")).isInstanceOf(Rejected.class);
    assertThat(ranges("7.1||8.0 - 9.0")).isEqualTo(ranges(">=7.1 || 8.0 <=9.0"));
    assertThat(ranges("7.1 || 8.0 - 9.0")).isEqualTo(ranges("7.1 || >=8.0 <=9.0"));
  }

  @Test
  void takes512BytesAnd32Groups() {
    assertThat(VersionConstraint.parse("8" + " ".repeat(511)).toOptional()).isPresent();
    assertThat(VersionConstraint.parse("8" + " ".repeat(512))).isInstanceOf(Rejected.class);
    assertThat(VersionConstraint.parse("8" + "||8".repeat(31)).toOptional()).isPresent();
    assertThat(VersionConstraint.parse("8" + "||8".repeat(32)))
        .isEqualTo(new Rejected<>("constraint of more than 32 alternatives"));
  }

  @Test
  void readsHostileTextsAtOnce() {
    assertTimeout(
        ofSeconds(20),
        () -> {
          for (String piece :
              List.of("1", "1 ", " ", "1  ", "x.", "-", "1 - ", "||", ",", "a.", "=")) {
            for (int length : new int[] {500, 100_000}) {
              String text = "1.2.3-a" + piece.repeat(length / piece.length());
              assertThat(VersionConstraint.parse(text + "!")).isInstanceOf(Rejected.class);
            }
          }
        });
  }

  @Test
  void saysInRangesWhichReleasesItAdmits() {
    assertThat(ranges("^7.14.1 || ^8.0.0"))
        .containsExactly(range("7.14.1", "8." + LAST + "." + LAST));
    assertThat(ranges("~7.13.0 || 9.1.0 || ^8.2"))
        .containsExactly(
            range("7.13.0", "7.13." + LAST),
            range("8.2.0", "8." + LAST + "." + LAST),
            range("9.1.0", "9.1.0"));
    assertThat(ranges(">=7.11.0 <9 !=8.2.x"))
        .containsExactly(range("7.11.0", "8.1." + LAST), range("8.3.0", "8." + LAST + "." + LAST));
    assertThat(ranges("!=0.0.0")).containsExactly(new VersionRange(1, Long.MAX_VALUE));
  }

  @Test
  void neighbouringRangesAreOne() {
    assertThat(ranges("8.2.0 || 8.2.1 || >8.2.1 <8.3"))
        .containsExactly(range("8.2.0", "8.2." + LAST));
    assertThat(ranges("<=8.2 || >8.2")).containsExactly(new VersionRange(0, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<0", "<*", ">8 <8", "7.0.0 8.0.0", ">2097151", ">2097151.2097151.2097151"})
  void hasNoRangesWhereNothingIsAdmitted(String constraint) {
    assertThat(ranges(constraint)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^8.0.0-0", "^8.0.0 || 9.0.0-rc1", "<2097152", "8.2097152.0", ">=8.0.0 !=8.x-a"})
  void cannotSayTagsAndLargePartsInRanges(String constraint) {
    assertThat(parse(constraint).ranges()).isEmpty();
  }

  @Test
  void keepsItsText() {
    assertThat(parse(" ^7.14.1|| 8 - 9").text()).isEqualTo(" ^7.14.1|| 8 - 9");
    assertThat(parse("^8")).isEqualTo(parse("^8")).isNotEqualTo(parse("^8.0"));
  }

  private static void assertAdmits(String constraint, String admitted, String others) {
    assertThat(admitted.split(" ", -1)).allMatch(version -> admits(constraint, version));
    assertThat(others.split(" ", -1)).noneMatch(version -> admits(constraint, version));
  }

  private static boolean admits(String constraint, String version) {
    return parse(constraint).admits(SemanticVersion.parse(version).toOptional().orElseThrow());
  }

  private static List<VersionRange> ranges(String constraint) {
    return parse(constraint).ranges().orElseThrow();
  }

  private static VersionConstraint parse(String text) {
    return VersionConstraint.parse(text).toOptional().orElseThrow();
  }

  private static VersionRange range(String min, String max) {
    return new VersionRange(packed(min), packed(max));
  }

  private static long packed(String version) {
    return SemanticVersion.parse(version).toOptional().orElseThrow().packed().orElseThrow();
  }
}
