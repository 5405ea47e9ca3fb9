package dev.packhouse.server.serve;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A map that forgets what was not used for longest, once its values weigh too much together. */
final class LruCache<K, V> {
  private final long capacity;
  private final ToLongFunction<V> weight;
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  /**
   * @param capacity what all values together may weigh
   */
  LruCache(long capacity, ToLongFunction<V> weight) {
    this.capacity = capacity;
    this.weight = weight;
  }

  synchronized @Nullable V get(K key) {
    return entries.get(key);
  }

  /** A value that weighs more than a quarter of the capacity is not kept. */
  synchronized void put(K key, V value) {
    long added = weight.applyAsLong(value);
    if (added > capacity / 4) {
      return;
    }
    V old = entries.put(key, value);
    total += added - (old == null ? 0 : weight.applyAsLong(old));
    Iterator<V> oldest = entries.values().iterator();
    while (total > capacity) {
      total -= weight.applyAsLong(oldest.next());
      oldest.remove();
    }
  }
}
