package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and SIGINT as the ordinary end of a server. While one of these is open, the process does
 * not die before it is closed, so that answers under way and folders are brought to an end first;
 * and then it ends with 0, because orchestrators take the JVM's own 143 for a failure.
 */
final class StopSignal implements AutoCloseable {
  /** Beyond the time of draining. Orchestrators commonly kill after 30 seconds. */
  private static final Duration LONGEST_END = Duration.ofSeconds(25);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private final Duration drainTime;
  private volatile Runnable whenAsked = () -> {};

  private StopSignal(Duration drainTime) {
    this.drainTime = drainTime;
  }

  /**
   * @param drainTime what the owner will spend in {@link #drain}
   */
  static StopSignal install(Duration drainTime) {
    StopSignal signal = new StopSignal(drainTime);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** The process was told to stop. */
  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Has something done as soon as the process is told to stop, whatever its owner does then. */
  void whenAsked(Runnable action) {
    whenAsked = action;
    if (isAsked()) {
      action.run();
    }
  }

  /** Returns once the process was told to stop. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns once the process was told to stop, or after that time.
   *
   * @return whether it was
   */
  boolean await(Duration longest) {
    try {
      return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Lets the time of draining pass. */
  void drain() {
    try {
      Thread.sleep(drainTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook runs already, and waits for this.
    }
    closed.countDown();
  }

  private void stop() {
    asked.countDown();
    whenAsked.run();
    SecondSignal.endsAtOnce();
    try {
      Duration longest = drainTime.plus(LONGEST_END);
      boolean inPeace = closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt((inPeace ? ExitCode.FINE : ExitCode.ENVIRONMENT).code());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
