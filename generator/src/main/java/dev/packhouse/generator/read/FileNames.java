package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Utf8Length;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which names of files can be published and unpacked on every system. */
final class FileNames {
  /** File systems take no longer name of one file or folder. */
  private static final int LONGEST_NAME = 255;

  /**
   * Some systems end at 1,024 bytes, of which the folder that a package is unpacked to has some.
   */
  private static final int LONGEST_PATH = 1_000;

  private FileNames() {}

  static List<Finding> check(String display, Collection<String> paths) {
    List<Finding> findings = new ArrayList<>();
    for (String path : paths) {
      if (!isPortable(path)) {
        findings.add(
            ReadFindings.error(
                "package.file.name",
                display + "/" + path,
                "The file's name has a backslash, a control character or bytes that are no UTF-8.",
                "Rename the file."));
      } else if (isTooLong(path)) {
        findings.add(tooLong(display, path));
      }
    }
    return findings;
  }

  /**
   * The same for all names that are one file on some systems: case does not count there, or an
   * accent may stand in its letter or behind it.
   */
  static String folded(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return Normalizer.isNormalized(lower, Normalizer.Form.NFC)
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** Such files overwrite each other on some systems; a reader elsewhere never sees it. */
  static List<Finding> equalButForCase(String display, Collection<String> paths) {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String path : paths) {
      String before = seen.putIfAbsent(folded(path), path);
      if (before != null && !before.equals(path)) {
        findings.add(
            ReadFindings.warning(
                "package.file.case",
                display + "/" + path,
                "Its name differs from " + before + " only in case or in how accents are written.",
                "Rename one of them, or it is lost on systems where that does not count."));
      }
    }
    return findings;
  }

  /**
   * @param path below the package's folder
   */
  static boolean isTooLong(String path) {
    if (Utf8Length.exceeds(path, LONGEST_PATH)) {
      return true;
    }
    for (String name : path.split("/", -1)) {
      if (Utf8Length.exceeds(name, LONGEST_NAME)) {
        return true;
      }
    }
    return false;
  }

  /** About the package, not the file: its path would fill the screen, a message is shortened. */
  static Finding tooLong(String display, String path) {
    return ReadFindings.error(
        "package.file.name",
        display,
        "The path of a file is too long: " + path + ".",
        "A name has at most %s bytes, a path in a package %s. Rename the file or its folders."
            .formatted(LONGEST_NAME, LONGEST_PATH));
  }

  private static boolean isPortable(String path) {
    return path.codePoints()
        .noneMatch(it -> it == '\\' || it == '\uFFFD' || Character.isISOControl(it));
  }
}
