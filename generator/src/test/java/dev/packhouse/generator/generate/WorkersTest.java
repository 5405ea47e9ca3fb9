package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final List<Integer> THINGS = IntStream.range(0, 1_000).boxed().toList();

  @Test
  void takesEveryThingOnce() throws IOException {
    Set<Integer> taken = new ConcurrentSkipListSet<>();
    AtomicInteger count = new AtomicInteger();

    Workers.forEach(
        CORES,
        THINGS,
        thing -> {
          taken.add(thing);
          count.incrementAndGet();
        });

    assertThat(taken).containsExactlyElementsOf(THINGS);
    assertThat(count).hasValue(THINGS.size());
  }

  @Test
  void stopsAtTheFirstFailureAndPassesItOn() {
    AtomicInteger count = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Workers.forEach(
                    CORES,
                    THINGS,
                    thing -> {
                      count.incrementAndGet();
                      throw new IOException("disk " + thing);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("disk ");
    assertThat(count.get()).isLessThanOrEqualTo(CORES);
  }

  @Test
  void takesNoMoreThingsAtOnceThanItIsTold() throws IOException {
    AtomicInteger underWay = new AtomicInteger();
    Set<Integer> seen = new ConcurrentSkipListSet<>();

    Workers.forEach(
        1,
        THINGS,
        thing -> {
          seen.add(underWay.incrementAndGet());
          Thread.onSpinWait();
          underWay.decrementAndGet();
        });

    assertThat(seen).containsExactly(1);
  }

  @Test
  void passesOnBugsAsTheyAre() {
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    CORES,
                    List.of(1),
                    thing -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bug");
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    CORES,
                    List.of(1),
                    thing -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
  }
}
