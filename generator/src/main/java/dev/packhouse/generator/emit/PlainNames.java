package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The last gate before names become paths. Validation has refused whatever fails here, so a failure
 * is a bug, and nothing has been written.
 */
final class PlainNames {
  private PlainNames() {}

  static void require(VersionSource source) {
    requireSegment(source.id().name());
    requireSegment(source.id().version().text());
    Set<String> files = new HashSet<>();
    for (PackageFile file : source.files()) {
      requirePath(file.path());
      if (!files.add(file.path())) {
        throw new IllegalStateException("Two files of one path: " + file.path());
      }
    }
    source.files().forEach(file -> requireFoldersAreNoFiles(file.path(), files));
  }

  static boolean isPath(String path) {
    return Arrays.stream(path.split("/", -1)).allMatch(PlainNames::isSegment);
  }

  static void requirePath(String path) {
    for (String segment : path.split("/", -1)) {
      requireSegment(segment);
    }
  }

  private static void requireSegment(String segment) {
    if (!isSegment(segment)) {
      throw new IllegalStateException("Not a plain file name: '" + segment + "'");
    }
  }

  private static boolean isSegment(String segment) {
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.chars().noneMatch(it -> it == '/' || it == '\\' || it == 0)
        && StandardCharsets.UTF_8.newEncoder().canEncode(segment);
  }

  private static void requireFoldersAreNoFiles(String path, Set<String> files) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (files.contains(path.substring(0, slash))) {
        throw new IllegalStateException("A file lies below another file: " + path);
      }
    }
  }
}
