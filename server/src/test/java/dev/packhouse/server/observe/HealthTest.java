package dev.packhouse.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HealthTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private static HealthCheck check(String name, HealthCheck.Probe probe) {
    return new HealthCheck(name, "is broken", probe);
  }

  @Test
  void isGoodWhereEveryCheckIs() {
    Health health = new Health(List.of(check("disk", () -> {}), check("index", () -> {})), LONG);

    assertThat(health.failure()).isEmpty();
    assertThat(health.outcomes())
        .extracting(CheckOutcome::name)
        .containsExactly("process", "disk", "index");
    assertThat(health.outcomes()).allMatch(CheckOutcome::isGood);
  }

  @Test
  void namesTheCheckThatFailsAndKeepsTheCauseApart() {
    HealthCheck broken =
        check(
            "disk",
            () -> {
              throw new IOException("/secret/path");
            });
    Health health = new Health(List.of(check("index", () -> {}), broken), LONG);

    CheckOutcome failure = health.failure().orElseThrow();
    assertThat(failure.text()).isEqualTo("disk is broken");
    assertThat(failure.cause()).containsInstanceOf(IOException.class);
  }

  @Test
  void takesAnErrorOfTheMachineForAFailure() {
    HealthCheck broken =
        check(
            "index",
            () -> {
              throw new InternalError("a fault in mapped memory");
            });

    assertThat(new Health(List.of(broken), LONG).failure().orElseThrow().text())
        .isEqualTo("index is broken");
  }

  @Test
  void isGoodAgainOnceTheCheckIs() {
    AtomicInteger asked = new AtomicInteger();
    HealthCheck passing =
        check(
            "disk",
            () -> {
              if (asked.getAndIncrement() == 0) {
                throw new IOException("not yet");
              }
            });
    Health health = new Health(List.of(passing), LONG);

    assertThat(health.failure()).isPresent();
    assertThat(health.failure()).isEmpty();
  }

  @Test
  void turnsBadWhenDrainingWithoutAskingTheChecks() {
    AtomicInteger asked = new AtomicInteger();
    Health health = new Health(List.of(check("disk", asked::incrementAndGet)), LONG);

    health.drain();

    assertThat(health.isDraining()).isTrue();
    assertThat(health.failure().orElseThrow().text()).isEqualTo("process is draining");
    assertThat(asked).hasValue(0);
  }

  @Test
  @Timeout(60)
  void waitsForNoCheckThatHangsAndStartsItOnlyOnce() throws InterruptedException {
    AtomicInteger started = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch back = new CountDownLatch(1);
    HealthCheck hanging =
        check(
            "mount",
            () -> {
              started.incrementAndGet();
              running.countDown();
              back.await();
            });
    Health health = new Health(List.of(hanging), SHORT);

    for (int i = 0; i < 20; i++) {
      assertThat(health.failure().orElseThrow().text()).isEqualTo("mount gives no answer");
    }
    running.await();
    assertThat(started).hasValue(1);

    back.countDown();
    // The answer of the first one may come late; whoever asks after it starts another.
    while (started.get() == 1) {
      assertThat(health.failure().map(CheckOutcome::text))
          .isIn(Optional.empty(), Optional.of("mount gives no answer"));
    }
  }
}
