package dev.packhouse.generator.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.ui.Sentence.Part;
import org.junit.jupiter.api.Test;

final class SentenceTest {
  @Test
  void isTakenApartWhereItsCodeBeginsAndEnds() {
    assertThat(Sentence.parts("`q` may be `k8s`."))
        .containsExactly(
            new Part("q", true),
            new Part(" may be ", false),
            new Part("k8s", true),
            new Part(".", false));
    assertThat(Sentence.parts("An icon.")).containsExactly(new Part("An icon.", false));
  }
}
