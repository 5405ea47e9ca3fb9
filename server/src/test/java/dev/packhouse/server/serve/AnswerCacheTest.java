package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.server.search.SearchAnswer;
import dev.packhouse.server.serve.AnswerCache.Kept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AnswerCacheTest {
  private record Key(String text) {}

  private static final EntityTag TAG = EntityTag.of("0123456789abcdef".repeat(4));

  private final AtomicInteger made = new AtomicInteger();

  @Test
  void makesAnAnswerOnceForAsLongAsThereIsRoom() throws IOException {
    AnswerCache cache = new AnswerCache(100_000);

    Kept first = cache.get(new Key("a"), () -> held(1_000));

    assertThat(cache.get(new Key("a"), () -> held(1_000))).isSameAs(first);
    assertThat(cache.get(new Key("b"), () -> held(1_000))).isNotSameAs(first);
    assertThat(made).hasValue(2);
  }

  @Test
  void keepsNoMoreThanItMay() throws IOException {
    AnswerCache cache = new AnswerCache(100_000);
    for (int key = 0; key < 100; key++) {
      cache.get(new Key("many " + key), () -> held(10_000));
    }
    int before = made.get();

    for (int key = 0; key < 100; key++) {
      cache.get(new Key("many " + key), () -> held(10_000));
    }

    assertThat(made.get() - before).isBetween(91, 100);
  }

  @Test
  void keepsNothingWhereItMayNot() throws IOException {
    AnswerCache none = new AnswerCache(0);

    none.get(new Key("a"), () -> held(1));
    none.get(new Key("a"), () -> held(1));

    assertThat(made).hasValue(2);
  }

  @Test
  void countsOfWhatIsReadWhileItIsSentOnlyWhatItTakesItself() throws IOException {
    AnswerCache cache = new AnswerCache(100_000);
    for (int i = 0; i < 2; i++) {
      cache.get(new Key("light"), () -> streamed(1_000));
      cache.get(new Key("heavy"), () -> streamed(200_000));
    }

    assertThat(made).hasValue(3);
  }

  @Test
  void makesAnAnswerOnceForAllWhoAskAtTheSameTime() throws Exception {
    AnswerCache cache = new AnswerCache(100_000);
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Kept>> answers = new ArrayList<>();
      answers.add(clients.submit(() -> cache.get(new Key("a"), () -> slow(making, released))));
      making.await();
      for (int client = 0; client < 20; client++) {
        answers.add(clients.submit(() -> cache.get(new Key("a"), () -> held(1))));
      }
      // Another answer is not waited for.
      cache.get(new Key("b"), () -> held(1));
      released.countDown();

      for (Future<Kept> answer : answers) {
        assertThat(answer.get()).isSameAs(answers.getFirst().get());
      }
    }
    assertThat(made).hasValue(2);
  }

  @Test
  void letsOthersTryWhereMakingFailed() throws Exception {
    AnswerCache cache = new AnswerCache(100_000);

    assertThatThrownBy(() -> cache.get(new Key("a"), AnswerCacheTest::broken))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
    assertThat(cache.get(new Key("a"), () -> held(1)).body().length()).isEqualTo(1);
  }

  private Kept slow(CountDownLatch making, CountDownLatch released) throws IOException {
    making.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IOException("cut off", e);
    }
    return held(1);
  }

  private Kept held(int bytes) {
    made.incrementAndGet();
    return new Kept(Body.shared(new byte[bytes]), TAG);
  }

  private Kept streamed(long memory) {
    made.incrementAndGet();
    return new Kept(
        new Body.Searched(
            new SearchAnswer(1L << 40, SampleRegistry.SEARCH_DIGEST, memory, out -> {})),
        TAG);
  }

  private static Kept broken() throws IOException {
    throw new IOException("broken");
  }
}
