package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.spec.References;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the paths lead that one file of a package names. */
final class PackageReferences implements References {
  private final RawPackage raw;
  private final String folder;
  private final OptionalLong mostBytes;

  private boolean followed;

  /**
   * @param file that names the paths
   * @param mostBytes of a file that is named
   */
  PackageReferences(RawPackage raw, String file, OptionalLong mostBytes) {
    this.raw = raw;
    folder = file.substring(0, Math.max(file.lastIndexOf('/'), 0));
    this.mostBytes = mostBytes;
  }

  @Override
  public boolean leadsToFile(String path) {
    return below(path).filter(this::isThere).isPresent();
  }

  @Override
  public boolean namesDataStream(String name) {
    return below("data_stream/" + name).filter(this::isThere).isPresent();
  }

  private boolean isThere(String path) {
    PackageFile file = raw.files().get(path);
    return file == null
        ? path.isEmpty() || raw.folders().contains(path)
        : mostBytes.isEmpty() || file.size() <= mostBytes.getAsLong();
  }

  /** Whether anything was asked, so that answers hang on the package and not only on the file. */
  boolean wereFollowed() {
    return followed;
  }

  /** The path below the package; empty where it leads out. */
  private Optional<String> below(String path) {
    followed = true;
    Deque<String> names = new ArrayDeque<>();
    for (String name : (folder + "/" + path).split("/", -1)) {
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return Optional.of(String.join("/", names));
  }
}
