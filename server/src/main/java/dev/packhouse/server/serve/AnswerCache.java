package dev.packhouse.server.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps answers of one generation, as many as fit into so many bytes. Where several clients ask for
 * the same at once, it is made for one of them and the others wait for that. For any number of
 * threads.
 */
final class AnswerCache {
  /**
   * A body that can be sent again and again.
   *
   * @param tag of the body as it is
   * @param next where it goes on: the value that the parameter of the next page has
   */
  record Kept(Body body, EntityTag tag, Optional<String> next) {
    Kept(Body body, EntityTag tag) {
      this(body, tag, Optional.empty());
    }

    private int weight() {
      long bytes = body instanceof Body.Searched found ? found.answer().memory() : body.length();
      return (int) Math.min(bytes + OVERHEAD, Integer.MAX_VALUE);
    }
  }

  /** Makes what is not there. */
  @FunctionalInterface
  interface Maker {
    Kept make() throws IOException;
  }

  /** About what an answer takes beside its bytes: key, tag, and the cache's own. */
  private static final int OVERHEAD = 1024;

  /** Absent where nothing is kept. */
  private final Optional<Cache<Record, Kept>> kept;

  private final ConcurrentMap<Record, Making> underWay = new ConcurrentHashMap<>();

  /**
   * @param bytes of all that is kept; 0 keeps nothing
   */
  AnswerCache(long bytes) {
    kept =
        bytes == 0
            ? Optional.empty()
            : Optional.of(
                Caffeine.newBuilder()
                    .maximumWeight(bytes)
                    .weigher((Record key, Kept answer) -> answer.weight())
                    .executor(Runnable::run)
                    .build());
  }

  /**
   * What belongs to the key, kept or made.
   *
   * @param key equal keys must have equal answers
   * @throws IOException it could not be made
   */
  Kept get(Record key, Maker maker) throws IOException {
    if (kept.isEmpty()) {
      return maker.make();
    }
    Kept known = kept.get().getIfPresent(key);
    return known == null ? makeOrWait(key, maker, kept.get()) : known;
  }

  private Kept makeOrWait(Record key, Maker maker, Cache<Record, Kept> cache) throws IOException {
    Making mine = new Making();
    Making other = underWay.putIfAbsent(key, mine);
    if (other != null) {
      // Who made it told why it failed; it is another request's turn to try.
      Optional<Kept> made = other.await();
      return made.isPresent() ? made.get() : maker.make();
    }
    try {
      Kept known = cache.getIfPresent(key); // made between the first look and our turn
      Kept made = known == null ? maker.make() : known;
      cache.put(key, made);
      mine.finish(Optional.of(made));
      return made;
    } finally {
      mine.finish(Optional.empty()); // unless it was made
      underWay.remove(key, mine);
    }
  }
}
