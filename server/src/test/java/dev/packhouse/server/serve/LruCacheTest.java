package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LruCacheTest {
  @Test
  void forgetsWhatWasNotUsedForLongest() {
    LruCache<String, Integer> cache = new LruCache<>(40, weight -> weight);
    for (String key : new String[] {"a", "b", "c", "d"}) {
      cache.put(key, 10);
    }
    assertThat(cache.get("a")).isEqualTo(10);

    cache.put("e", 5);

    assertThat(cache.get("b")).isNull();
    assertThat(cache.get("a")).isEqualTo(10);
    assertThat(cache.get("e")).isEqualTo(5);
  }

  @Test
  void doesNotKeepWhatWouldPushOutTooMuch() {
    LruCache<String, Integer> cache = new LruCache<>(40, weight -> weight);

    cache.put("large", 11);

    assertThat(cache.get("large")).isNull();
  }

  @Test
  void weighsReplacedValueOnce() {
    LruCache<String, Integer> cache = new LruCache<>(40, weight -> weight);
    for (int i = 0; i < 100; i++) {
      cache.put("same", 10);
    }
    cache.put("b", 10);
    cache.put("c", 10);

    assertThat(cache.get("same")).isEqualTo(10);
  }
}
