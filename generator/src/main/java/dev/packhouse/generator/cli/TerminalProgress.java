package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.Progress;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a run is, on the error stream so that the output stays clean: a bar with rate and
 * time left on a terminal, else a line for each tenth of a run that is long.
 */
final class TerminalProgress implements Progress, AutoCloseable {
  /** Fewer packages than this are done before anybody has read the line. */
  private static final int LONG_RUN = 200;

  private final PrintStream err;
  private final boolean isTerminal;
  private final AtomicInteger done = new AtomicInteger();

  // Both are set before any thread that counts is started.
  private int packages;
  private Optional<ProgressBar> bar = Optional.empty();

  TerminalProgress(PrintStream err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  static TerminalProgress onErrorStream() {
    return new TerminalProgress(System.err, Terminal.isThere());
  }

  @Override
  public void start(int packages) {
    this.packages = packages;
    if (isTerminal) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName("Packages")
                  .setInitialMax(packages)
                  .setStyle(ProgressBarStyle.ASCII)
                  .showSpeed()
                  .setConsumer(new ConsoleProgressBarConsumer(err))
                  .build());
    }
  }

  @Override
  public void step() {
    int now = done.incrementAndGet();
    if (isTerminal) {
      bar.ifPresent(ProgressBar::step);
    } else if (packages >= LONG_RUN && tenth(now) != tenth(now - 1)) {
      err.println(now + " of " + packages + " package versions");
    }
  }

  private int tenth(int count) {
    return (int) (10L * count / packages);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
