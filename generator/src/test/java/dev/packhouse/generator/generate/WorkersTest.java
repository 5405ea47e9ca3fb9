package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  void takesAsManyThingsAtOnceAsItIsTold() throws IOException {
    CyclicBarrier allAtOnce = new CyclicBarrier(5);
    Set<String> threads = new ConcurrentSkipListSet<>();

    Workers.forEach(5, THINGS.subList(0, 5), thing -> meet(allAtOnce));
    Workers.forEach(1, THINGS, thing -> threads.add(Thread.currentThread().getName()));

    assertThat(threads).hasSize(1);
  }

  private static void meet(CyclicBarrier others) throws IOException {
    try {
      others.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IOException("the others did not come", alone);
    }
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
