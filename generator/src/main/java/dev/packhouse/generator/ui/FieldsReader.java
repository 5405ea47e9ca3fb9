package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.Yaml;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.ui.PackagePage.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the fields of a folder, nested ones by their whole names. */
final class FieldsReader {
  /**
   * In characters; each of thousands of fields has the names of all groups above it before its own.
   */
  private static final int LONGEST_NAME = 1_000;

  private static final int LONGEST_DESCRIPTION = 400;

  private final List<Field> fields = new ArrayList<>();

  private FieldsReader() {}

  /**
   * All of them, by name.
   *
   * @param folder of the files, with a slash at its end
   */
  static List<Field> read(RawPackage files, String folder) throws IOException {
    FieldsReader reader = new FieldsReader();
    for (String path : files.files().tailMap(folder).keySet()) {
      if (!path.startsWith(folder)) {
        break;
      }
      if (path.endsWith(".yml")) {
        reader.addAll(Yaml.list(files, path), "");
      }
    }
    return reader.fields.stream()
        .sorted(Comparator.comparing(Field::name).thenComparing(Field::type))
        .distinct()
        .toList();
  }

  private void addAll(List<Value> items, String prefix) {
    for (Value item : items) {
      String name = prefix + Yaml.text(item, "name");
      if (name.length() > LONGEST_NAME) {
        continue;
      }
      List<Value> below = Yaml.list(item, "fields");
      if (below.isEmpty()) {
        fields.add(field(item, name));
      } else {
        addAll(below, name + ".");
      }
    }
  }

  private static Field field(Value item, String name) {
    String type = ShownText.of(item, "type");
    String external = ShownText.of(item, "external");
    return new Field(
        name,
        type.isEmpty() ? external : type,
        ShortText.start(CardReader.oneLine(Yaml.text(item, "description")), LONGEST_DESCRIPTION),
        String.join(", ", notes(item, external).toList()));
  }

  private static Stream<String> notes(Value item, String external) {
    return Stream.of(
            ShownText.of(item, "metric_type"),
            ShownText.of(item, "unit"),
            Yaml.text(item, "dimension").equals("true") ? "dimension" : "",
            external)
        .filter(note -> !note.isEmpty());
  }
}
