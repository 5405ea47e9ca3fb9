package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Path;

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
      top.pointTo(staying.pointer().orElseThrow());
    }
    tidy(staying);
  }

  private KeptGenerations staying(KeptGenerations kept, Retention retention) throws IOException {
    return kept.staying(out, retention, resources.lock().taken());
  }

  private void tidy(KeptGenerations now) throws IOException {
    String current = now.current().orElseThrow().id();
    try {
      top.copy(current);
      for (Path path : Sweeper.unneeded(out, now)) {
        operations.deleteTree(path);
      }
    } catch (IOException e) {
      throw new IOException(
          "Generation %s is published below %s, but not all was tidied up: %s"
              .formatted(current, out, e.getMessage()),
          e);
    }
  }
}
