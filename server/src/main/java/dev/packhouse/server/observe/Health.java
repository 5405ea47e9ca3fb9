package dev.packhouse.server.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether good answers can be given. Whoever asks gets to know within a second. */
public final class Health {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final String PROCESS = "process";

  private final List<TimedCheck> checks;
  private volatile boolean draining;

  public Health(List<HealthCheck> checks) {
    this(checks, LONGEST);
  }

  Health(List<HealthCheck> checks, Duration longest) {
    this.checks = checks.stream().map(check -> new TimedCheck(check, longest)).toList();
  }

  /** From now on no new clients are wanted. */
  public void drain() {
    draining = true;
  }

  /** The server was told to stop. */
  public boolean isDraining() {
    return draining;
  }

  /** The first thing that is wrong. */
  public Optional<CheckOutcome> failure() {
    CheckOutcome process = process();
    return process.isGood()
        ? look().stream().filter(outcome -> !outcome.isGood()).findFirst()
        : Optional.of(process);
  }

  /** What every check finds. */
  public List<CheckOutcome> outcomes() {
    List<CheckOutcome> outcomes = new ArrayList<>(List.of(process()));
    outcomes.addAll(look());
    return outcomes;
  }

  private CheckOutcome process() {
    return draining ? CheckOutcome.failed(PROCESS, "is draining") : CheckOutcome.good(PROCESS);
  }

  /** They all run at once, so that together they take no longer than the slowest. */
  private List<CheckOutcome> look() {
    List<TimedCheck.Run> runs = checks.stream().map(TimedCheck::begin).toList();
    List<CheckOutcome> outcomes = new ArrayList<>();
    try {
      for (int i = 0; i < runs.size(); i++) {
        outcomes.add(checks.get(i).outcome(runs.get(i)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcomes.add(CheckOutcome.failed(PROCESS, "is ending"));
    }
    return outcomes;
  }
}
