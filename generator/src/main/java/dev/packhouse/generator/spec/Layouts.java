package dev.packhouse.generator.spec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.ShortText;

/**
 * The layouts of packages; the latest ones are kept, since versions of a package mostly come one
 * after the other. For any number of threads.
 */
public final class Layouts {
  private static final int KEPT = 32;

  /** Of a package: no file has a longer one, and an expression of it would take long to make. */
  private static final int LONGEST_NAME = 256;

  private record Key(PackageType type, SemanticVersion formatVersion, String packageName) {}

  private final Cache<Key, Layout.Folder> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  public Layout.Folder of(PackageType type, SemanticVersion formatVersion, String packageName) {
    return kept.get(
        new Key(type, formatVersion, ShortText.start(packageName, LONGEST_NAME)),
        key -> LayoutReader.read(key.type(), key.formatVersion(), key.packageName()));
  }
}
