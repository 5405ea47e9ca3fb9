package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

final class NearestNameTest {
  @Example
  void countsEdits() {
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    assertThat(NearestName.distance("tpye", "type")).isEqualTo(1);
  }

  @Example
  void namesTheNearestOrAll() {
    List<String> known = List.of("--public-url", "--public", "--packages");
    assertThat(NearestName.hint("--pubilc", "--", known)).isEqualTo("did you mean --public?");
    assertThat(NearestName.hint("-public", "--", known)).isEqualTo("did you mean --public?");
    assertThat(NearestName.hint("--zzzzzzzz", "--", known))
        .isEqualTo("known are --packages, --public, --public-url");
  }

  @Example
  void comparesOnlyWhatFollowsThePrefix() {
    assertThat(NearestName.hint("--bogus", "--", List.of("--out"))).isEqualTo("known are --out");
    assertThat(NearestName.hint("PACKHOUSE_FOO", "PACKHOUSE_", List.of("PACKHOUSE_CONFIG")))
        .isEqualTo("known are PACKHOUSE_CONFIG");
  }

  @Example
  void takesNoNoticeOfCapitals() {
    assertThat(NearestName.of("TITLE", List.of("title", "type"))).hasValue("title");
  }

  @Example
  void guessesNothingWhereNothingIsNear() {
    assertThat(NearestName.fix("zzzz", List.of("title", "type"), "Remove it."))
        .isEqualTo("Remove it.");
  }

  @Property
  void countsAlikeFromEitherSide(
      @ForAll @AlphaChars @StringLength(max = 6) String a,
      @ForAll @AlphaChars @StringLength(max = 6) String b) {
    assertThat(NearestName.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(NearestName.distance(a, b)).isEqualTo(NearestName.distance(b, a));
    assertThat(NearestName.distance(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
  }
}
