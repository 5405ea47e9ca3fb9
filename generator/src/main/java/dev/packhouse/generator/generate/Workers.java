package dev.packhouse.generator.generate;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Does the same to many things at once. */
final class Workers {
  /** What is done to one of the things. */
  @FunctionalInterface
  interface Work<T> {
    void on(T thing) throws IOException;
  }

  private Workers() {}

  /**
   * Takes the things in order, so many at a time. The first failure stops the others before their
   * next thing.
   */
  static <T> void forEach(int workers, List<T> things, Work<T> work) throws IOException {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> loop =
        () -> {
          try {
            for (int at = next.getAndIncrement(); at < things.size(); at = next.getAndIncrement()) {
              work.on(things.get(at));
            }
          } catch (IOException | RuntimeException | Error failed) {
            next.set(things.size());
            throw failed;
          }
          return null;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<Void>> loops =
          IntStream.range(0, workers).mapToObj(_ -> pool.submit(loop)).toList();
      for (Future<Void> each : loops) {
        await(each);
      }
    }
  }

  private static void await(Future<Void> loop) throws IOException {
    try {
      loop.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException environment -> throw environment;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
