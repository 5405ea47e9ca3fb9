package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The last steps of a run: the pointer, then the copies for plain hosts, then the removal of what
 * is needed no more. The pointer names nothing that goes.
 */
record Upkeep(Path out, TopLevelFiles top, RunResources resources, FileOperations operations) {
  /** Makes the first of the generations the current one. */
  void switchTo(KeptGenerations now, Retention retention) throws IOException {
    KeptGenerations staying = staying(now, retention);
    top.pointTo(staying.pointer().orElseThrow());
    tidy(staying);
  }

  /** Leaves the current generation as it is; others may go. */
  void stayWith(KeptGenerations kept, Retention retention) throws IOException {
    KeptGenerations staying = staying(kept, retention);
    if (staying.generations().size() < kept.generations().size()) {
      // On a full disk this makes room for the pointer. What fails here fails again below.
      attempt(() -> remove(Sweeper.unnamed(out, kept), new ArrayList<>()), new ArrayList<>());
      top.pointTo(staying.pointer().orElseThrow());
    }
    tidy(staying);
  }

  private KeptGenerations staying(KeptGenerations kept, Retention retention) throws IOException {
    return kept.staying(out, retention, resources.lock().taken());
  }

  private void tidy(KeptGenerations now) throws IOException {
    String current = now.current().orElseThrow().id();
    List<IOException> failures = new ArrayList<>();
    attempt(
        () -> {
          top.copy(current);
          // Copies of the generation before refer to each other for as long as they stay.
          remove(Sweeper.unlisted(out, current), failures);
        },
        failures);
    // Also where the disk was too full for copies.
    attempt(() -> remove(Sweeper.unnamed(out, now), failures), failures);
    if (!failures.isEmpty()) {
      IOException first = failures.getFirst();
      IOException failed =
          new IOException(
              "Generation %s is published below %s, but not all was tidied up: %s"
                  .formatted(current, out, first.getMessage()),
              first);
      failures.stream().skip(1).forEach(failed::addSuppressed);
      throw failed;
    }
  }

  private void remove(List<Path> paths, List<IOException> failures) {
    paths.forEach(path -> attempt(() -> operations.deleteTree(path), failures));
  }

  /** What one step cannot do keeps none of the others from being done. */
  private static void attempt(Step step, List<IOException> failures) {
    try {
      step.run();
    } catch (IOException e) {
      failures.add(e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
