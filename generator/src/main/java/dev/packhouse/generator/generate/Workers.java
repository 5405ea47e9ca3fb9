package dev.packhouse.generator.generate;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
   * Does the work on so many things at a time. Each worker begins with a stretch of its own and
   * helps with the others' when it is through: neighbours, such as the versions of a package, have
   * much in common, and two workers that came upon it at the same time would both do the work. The
   * first failure stops the others before their next thing.
   */
  static <T> void forEach(int workers, List<T> things, Work<T> work) throws IOException {
    Stretches stretches = new Stretches(workers, things.size());
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<Void>> loops =
          IntStream.range(0, workers)
              .mapToObj(worker -> pool.submit(loop(worker, stretches, things, work)))
              .toList();
      for (Future<Void> each : loops) {
        await(each);
      }
    }
  }

  private static <T> Callable<Void> loop(
      int worker, Stretches stretches, List<T> things, Work<T> work) {
    return () -> {
      try {
        OptionalInt at = stretches.next(worker);
        while (at.isPresent()) {
          work.on(things.get(at.getAsInt()));
          at = stretches.next(worker);
        }
      } catch (IOException | RuntimeException | Error failed) {
        stretches.stop();
        throw failed;
      }
      return null;
    };
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
