package dev.packhouse.generator.describe;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks into the YAML of a package: what is missing, broken or of another kind is empty. */
public final class Yaml {
  private Yaml() {}

  /** The items of a file that is a list. */
  public static List<Value> list(RawPackage files, String path) throws IOException {
    return files.files().containsKey(path)
            && files.documents().read(path) instanceof Document.Parsed(Value value, var _)
        ? items(Optional.of(value))
        : List.of();
  }

  public static List<Value> list(Value object, String key) {
    return items(find(object, key));
  }

  public static String text(Value object, String key) {
    return find(object, key).flatMap(Value::asText).orElse("").strip();
  }

  public static Optional<Value> find(Value object, String key) {
    return object instanceof Value.Mapping mapping ? mapping.find(key) : Optional.empty();
  }

  private static List<Value> items(Optional<Value> value) {
    return value.isPresent() && value.get() instanceof Value.Sequence(var _, List<Value> items)
        ? items
        : List.of();
  }
}
