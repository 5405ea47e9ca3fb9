package dev.packhouse.server.cli;

import dev.packhouse.generator.generate.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Ends a generation between two packages, or two pages. Nothing is interrupted: a thread that was
 * would close the files under it, and fail with whatever comes of that.
 *
 * @param asked the process was told to stop
 */
record StoppableProgress(BooleanSupplier asked) implements Progress {
  @Override
  public void start(int packages) {
    step();
  }

  /**
   * @throws CancellationException it was
   */
  @Override
  public void step() {
    if (asked.getAsBoolean()) {
      throw new CancellationException("told to stop");
    }
  }

  /**
   * @throws CancellationException it was
   */
  @Override
  public void proceed() {
    step();
  }
}
