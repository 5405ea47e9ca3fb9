package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.RawPackage;
import java.util.List;
import java.util.stream.Stream;

/** Looks into the folders of a package. */
final class Entries {
  private Entries() {}

  /** The character behind the slash in the order of characters. */
  private static final char AFTER_SLASH = '/' + 1;

  /** Files and folders whose parent is the folder, sorted. Looks at nothing outside of it. */
  static List<String> directlyIn(RawPackage raw, String folder) {
    return Stream.of(raw.files().navigableKeySet(), raw.folders())
        .flatMap(paths -> paths.subSet(folder + "/", folder + AFTER_SLASH).stream())
        .filter(path -> path.indexOf('/', folder.length() + 1) < 0)
        .sorted()
        .toList();
  }
}
