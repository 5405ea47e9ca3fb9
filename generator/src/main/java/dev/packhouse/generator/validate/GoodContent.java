package dev.packhouse.generator.validate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.Value;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which contents fit their schemas, whatever package they are in: where files of several packages
 * have the same content, it is checked once. A content counts as the same where it is the same
 * object, and is forgotten when nobody else knows it any more. Where no two files give the same
 * object, nothing is worth learning. For any number of threads.
 */
final class GoodContent {
  private final Cache<Value, Set<Use>> uses = Caffeine.newBuilder().weakKeys().build();

  /** What a content was found to be good for. */
  record Use(String schema, SemanticVersion formatVersion) {}

  boolean isKnown(Value content, Use use) {
    Set<Use> known = uses.getIfPresent(content);
    return known != null && known.contains(use);
  }

  /** To be called only where the answer does not hang on other files. */
  void learn(Value content, Use use) {
    uses.get(content, _ -> ConcurrentHashMap.newKeySet()).add(use);
  }
}
