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
  private static final List<Integer> THINGS = IntStream.range(0, 1_000).boxed().toList();

  @Test
  void takesEveryThingOnce() throws IOException {
    Set<Integer> taken = new ConcurrentSkipListSet<>();
    AtomicInteger count = new AtomicInteger();

    Workers.forEach(
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
                    THINGS,
                    thing -> {
                      count.incrementAndGet();
                      throw new IOException("disk " + thing);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("disk ");
    assertThat(count.get()).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void passesOnBugsAsTheyAre() {
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    List.of(1),
                    thing -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bug");
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    List.of(1),
                    thing -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
  }
}
