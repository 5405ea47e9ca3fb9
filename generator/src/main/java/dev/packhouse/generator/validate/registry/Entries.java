package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.RawPackage;
import java.util.List;
import java.util.stream.Stream;

/** Looks into the folders of a package. */
final class Entries {
  private Entries() {}

  /** Files and folders whose parent is the folder, sorted. */
  static List<String> directlyIn(RawPackage raw, String folder) {
    return Stream.concat(raw.files().keySet().stream(), raw.folders().stream())
        .filter(path -> path.startsWith(folder + "/"))
        .filter(path -> path.indexOf('/', folder.length() + 1) < 0)
        .sorted()
        .toList();
  }
}
