package dev.packhouse.generator.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.ui.KibanaAxis.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KibanaAxisTest {
  @Test
  void hasAColumnForEachMinorVersionAndOneForWhatComesLater() {
    KibanaAxis axis = KibanaAxis.of(List.of("^7.16.0 || ^8.0.0", "^8.2.0"));
    assertThat(axis.majors()).extracting(KibanaAxis.Major::label).containsExactly("7.16", "8.0");
    assertThat(axis.majors()).extracting(KibanaAxis.Major::columns).containsExactly(4, 4);
    assertThat(axis.width()).isEqualTo(80);
  }

  @Test
  void drawsWhatAConstraintAdmits() {
    KibanaAxis axis = KibanaAxis.of(List.of("^7.16.0 || ^8.0.0", "^8.2.0"));
    assertThat(axis.bars("^7.16.0 || ^8.0.0")).containsExactly(new Bar(0, 80));
    assertThat(axis.bars("^8.2.0")).containsExactly(new Bar(60, 20));
    assertThat(axis.bars("~8.1.0")).containsExactly(new Bar(50, 10));
  }

  @Test
  void leavesAGapBetweenWhatIsAdmitted() {
    KibanaAxis axis = KibanaAxis.of(List.of("~8.1.0 || ^8.3.0"));
    assertThat(axis.bars("~8.1.0 || ^8.3.0")).containsExactly(new Bar(0, 10), new Bar(20, 20));
  }

  @Test
  void reachesToTheEdgeWhereThereIsNoEnd() {
    KibanaAxis axis = KibanaAxis.of(List.of(">=8.1.0", "<8.3.0"));
    assertThat(axis.bars(">=8.1.0")).containsExactly(new Bar(0, axis.width()));
    assertThat(axis.bars("<8.3.0")).containsExactly(new Bar(0, 20));
  }

  @Test
  void drawsNothingForNoConstraintAndForABrokenOne() {
    KibanaAxis axis = KibanaAxis.of(List.of("", "no constraint", "^8.1.0"));
    assertThat(axis.bars("no constraint")).isEmpty();
    assertThat(KibanaAxis.of(List.of("no constraint")).isEmpty()).isTrue();
  }

  @Test
  void staysSmallWhateverIsNamed() {
    KibanaAxis axis = KibanaAxis.of(List.of("1.0.0 || >=900000.900000.0"));
    assertThat(axis.width()).isLessThan(10_000);
    assertThat(axis.bars("1.0.0 || >=900000.900000.0"))
        .allSatisfy(bar -> assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(axis.width()));
  }
}
