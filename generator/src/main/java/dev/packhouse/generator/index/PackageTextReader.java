package dev.packhouse.generator.index;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.PackageCategories;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Trees;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a package says of itself from its record and its files. */
final class PackageTextReader {
  /**
   * In characters; each of thousands of fields has the names of all groups above it before its own.
   */
  private static final int LONGEST_NAME = 1_000;

  private static final Pattern FIELDS_FILE =
      Pattern.compile("(?:data_stream/[^/]+/)?fields/[^/]+\\.ya?ml");

  private static final String README = "docs/README.md";

  private PackageTextReader() {}

  static PackageText read(DescribedPackage described) throws IOException {
    ObjectNode record = described.record();
    return new PackageText(
        described.name(),
        Trees.text(record, "title"),
        Trees.text(record, "description"),
        categories(record),
        templates(record),
        texts(Trees.objects(record, "data_streams"), "dataset", "title"),
        fields(described.files()),
        readme(described.files()));
  }

  private static List<String> categories(ObjectNode record) {
    return PackageCategories.of(record).ids().stream()
        .flatMap(
            id ->
                Stream.concat(
                    Stream.of(id),
                    Categories.standard().find(id).stream().map(found -> found.title())))
        .distinct()
        .toList();
  }

  private static List<String> templates(ObjectNode record) {
    List<ObjectNode> all = new ArrayList<>();
    for (ObjectNode template : Trees.objects(record, "policy_templates")) {
      all.add(template);
      all.addAll(Trees.objects(template, "inputs"));
    }
    return texts(all, "name", "type", "title", "description");
  }

  private static List<String> texts(List<ObjectNode> objects, String... keys) {
    return objects.stream()
        .flatMap(object -> Stream.of(keys).map(key -> Trees.text(object, key)))
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  private static List<String> fields(RawPackage files) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String path : files.files().keySet()) {
      if (FIELDS_FILE.matcher(path).matches()
          && files.documents().read(path) instanceof Document.Parsed(Value content, var _)) {
        addFields("", content, names);
      }
    }
    return List.copyOf(names);
  }

  /** A group is no field itself, but those below it have its name before theirs. */
  private static void addFields(String prefix, Value fields, Set<String> names) {
    if (!(fields instanceof Value.Sequence(var _, List<Value> items))) {
      return;
    }
    for (Value item : items) {
      if (item instanceof Value.Mapping field) {
        String name = prefix + field.find("name").flatMap(Value::asText).orElse("");
        if (name.length() > LONGEST_NAME) {
          continue;
        }
        if (field.find("fields").isPresent()) {
          addFields(name + ".", field.find("fields").get(), names);
        } else if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }
  }

  private static String readme(RawPackage files) throws IOException {
    return files.files().containsKey(README)
            && files.documents().readText(README) instanceof Document.Parsed(Value text, var _)
        ? text.asText().map(MarkdownProse::of).orElse("")
        : "";
  }
}
