package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class StretchesTest {
  @Test
  void giveEachWorkerNeighboursUntilItsOwnAreUsedUp() {
    Stretches stretches = new Stretches(2, 10);

    assertThat(take(stretches, 0, 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(take(stretches, 1, 2)).containsExactly(5, 6);
  }

  @Test
  void letWhoIsThroughHelpFromTheFarEnd() {
    Stretches stretches = new Stretches(2, 10);
    take(stretches, 0, 5);

    assertThat(take(stretches, 0, 2)).containsExactly(9, 8);
    assertThat(take(stretches, 1, 9)).containsExactly(5, 6, 7);
    assertThat(take(stretches, 0, 1)).isEmpty();
  }

  @Test
  void giveNothingMoreOnceTheyAreStopped() {
    Stretches stretches = new Stretches(2, 10);
    stretches.stop();

    assertThat(stretches.next(1)).isEmpty();
  }

  @Property
  void giveEachPlaceOnce(
      @ForAll @IntRange(min = 1, max = 9) int workers,
      @ForAll @IntRange(max = 50) int size,
      @ForAll List<@IntRange(max = 8) Integer> turns) {
    Stretches stretches = new Stretches(workers, size);
    List<Integer> taken = new ArrayList<>();
    for (int turn : turns) {
      taken.addAll(take(stretches, turn % workers, 1));
    }
    for (int worker = 0; worker < workers; worker++) {
      taken.addAll(take(stretches, worker, size));
    }

    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, size).boxed().toList());
  }

  private static List<Integer> take(Stretches stretches, int worker, int most) {
    return IntStream.range(0, most)
        .mapToObj(_ -> stretches.next(worker))
        .flatMapToInt(OptionalInt::stream)
        .boxed()
        .toList();
  }
}
