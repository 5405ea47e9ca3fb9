package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which names of files can be published and unpacked on every system. */
final class FileNames {
  private FileNames() {}

  static List<Finding> check(String display, Collection<String> paths) {
    return paths.stream()
        .filter(path -> !isPortable(path))
        .map(
            path ->
                ReadFindings.error(
                    "package.file.name",
                    display + "/" + printable(path),
                    "The file's name has a backslash, a control character or bytes that are no"
                        + " UTF-8.",
                    "Rename the file."))
        .toList();
  }

  /**
   * Such files overwrite each other where case does not count; a reader elsewhere never sees it.
   */
  static List<Finding> equalButForCase(String display, Collection<String> paths) {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String path : paths) {
      String before = seen.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
      if (before != null && !before.equals(path)) {
        findings.add(
            ReadFindings.warning(
                "package.file.case",
                display + "/" + path,
                "Its name differs from " + before + " only in case.",
                "Rename one of them, or it is lost on systems where case does not count."));
      }
    }
    return findings;
  }

  static String printable(String path) {
    StringBuilder printable = new StringBuilder();
    path.codePoints().forEach(it -> printable.appendCodePoint(isControl(it) ? '\uFFFD' : it));
    return printable.toString();
  }

  private static boolean isPortable(String path) {
    return path.codePoints().noneMatch(it -> it == '\\' || it == '\uFFFD' || isControl(it));
  }

  private static boolean isControl(int codePoint) {
    return Character.isISOControl(codePoint);
  }
}
