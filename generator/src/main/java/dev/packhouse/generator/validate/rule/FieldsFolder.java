package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder whose files together declare the fields of one thing: of a data stream, of an input
 * package, or of a transform.
 *
 * @param path below the package
 * @param fields of all files, by the names of these
 */
record FieldsFolder(String path, List<Field> fields) {
  private static final String TRANSFORMS = "elasticsearch/transform/";
  private static final String FILES =
      "(?:data_stream/[^/]+/|" + TRANSFORMS + "[^/]+/|)fields/[^/]+\\.yml";

  FieldsFolder {
    fields = List.copyOf(fields);
  }

  /** Those with files in them that can be read, by path. */
  static List<FieldsFolder> all(SpecSubject subject, Findings findings) throws IOException {
    Map<String, List<Field>> folders = new TreeMap<>();
    for (Element file : subject.readAll(subject.filesMatching(FILES), findings)) {
      String folder = file.file().substring(0, file.file().lastIndexOf('/'));
      folders
          .computeIfAbsent(folder, path -> new ArrayList<>())
          .addAll(Field.in(file, "").toList());
    }
    return folders.entrySet().stream()
        .map(folder -> new FieldsFolder(folder.getKey(), folder.getValue()))
        .toList();
  }

  boolean isOfTransform() {
    return path.startsWith(TRANSFORMS);
  }

  boolean isOfDataStream(String name) {
    return path.equals(SpecSubject.dataStream(name) + "/fields");
  }

  /** Whose fields they are, as a message says it. */
  String owner() {
    String[] names = path.split("/", -1);
    if (names.length == 1) {
      return "the package";
    }
    return (isOfTransform() ? "transform " : "data stream ") + names[names.length - 2];
  }
}
