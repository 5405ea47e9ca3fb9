package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.RawPackage;
import java.util.List;
import java.util.regex.Pattern;

/** The data streams of a package: the folders under {@code data_stream/} that have a manifest. */
final class DataStreamFolders {
  private static final Pattern MANIFEST = Pattern.compile("(data_stream/[^/]+)/manifest\\.yml");

  private DataStreamFolders() {}

  /** Sorted by the folder's name. */
  static List<String> of(RawPackage raw) {
    return raw.files().keySet().stream()
        .map(MANIFEST::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .sorted()
        .toList();
  }
}
