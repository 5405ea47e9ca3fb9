package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents of a data stream are told apart by three fields, and put in order by a fourth. */
final class RequiredFieldRule implements SpecRule {
  private record Required(String name, String type, String code) {}

  /** In the order in which authors write them, so that a missing one has its neighbours. */
  private static final List<Required> ALL =
      List.of(
          new Required("data_stream.type", "constant_keyword", "field.data_stream_type"),
          new Required("data_stream.dataset", "constant_keyword", "field.data_stream_dataset"),
          new Required("data_stream.namespace", "constant_keyword", "field.data_stream_namespace"),
          new Required("@timestamp", "date", "field.timestamp"));

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (FieldsFolder folder : subject.fieldsFolders(findings)) {
      // A package without fields of its own takes them from elsewhere.
      if (!folder.isOfTransform() && !folder.fields().isEmpty()) {
        ALL.forEach(required -> check(required, folder, findings));
      }
    }
  }

  private static void check(Required required, FieldsFolder folder, Findings findings) {
    if (find(folder, required.name()).isEmpty()) {
      reportMissing(required, folder, findings);
    }
    folder.fields().stream()
        .filter(field -> field.name().equals(required.name()))
        .filter(field -> !field.isExternal() && !field.type().equals(required.type()))
        .forEach(field -> reportType(required, field, findings));
  }

  private static void reportType(Required required, Field field, Findings findings) {
    String found = field.type().isEmpty() ? "no type" : "type " + field.type();
    findings.error(
        required.code() + ".invalid",
        field.element(),
        "type",
        "Field " + required.name() + " has " + found + ", but needs " + required.type() + ".",
        "Write type: " + required.type() + ".");
  }

  private static void reportMissing(Required required, FieldsFolder folder, Findings findings) {
    String code = required.code() + ".missing";
    String message = "Field " + required.name() + " of " + folder.owner() + " is not declared.";
    Optional<Field> misspelt =
        NearestName.of(required.name(), optionalNames(folder)).flatMap(name -> find(folder, name));
    if (misspelt.isPresent()) {
      String fix = "Write " + required.name() + " where you wrote " + misspelt.get().name() + ".";
      findings.error(code, misspelt.get().element(), "name", message, fix);
      return;
    }
    Element neighbour = neighbour(required, folder);
    findings.error(
        code,
        new Element(neighbour.file(), required.name(), neighbour.value()),
        message,
        "Declare it with type: "
            + required.type()
            + ", by custom in "
            + folder.path()
            + "/base-fields.yml.");
  }

  private static List<String> optionalNames(FieldsFolder folder) {
    Set<String> required = ALL.stream().map(Required::name).collect(Collectors.toSet());
    return folder.fields().stream()
        .map(Field::name)
        .filter(name -> !required.contains(name))
        .toList();
  }

  private static Optional<Field> find(FieldsFolder folder, String name) {
    return folder.fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Where an author looks for it: before the next of the required fields, else at the end. */
  private static Element neighbour(Required required, FieldsFolder folder) {
    int index = ALL.indexOf(required);
    return ALL.subList(index + 1, ALL.size()).stream()
        .flatMap(next -> find(folder, next.name()).stream())
        .map(Field::element)
        .findFirst()
        .orElseGet(() -> end(lastBefore(index, folder).element()));
  }

  private static Field lastBefore(int index, FieldsFolder folder) {
    return ALL.subList(0, index).reversed().stream()
        .flatMap(before -> find(folder, before.name()).stream())
        .findFirst()
        .orElse(folder.fields().getLast());
  }

  /** The last value of an object. */
  private static Element end(Element field) {
    return field.value() instanceof Value.Mapping mapping && !mapping.entries().isEmpty()
        ? new Element(
            field.file(), field.name(), List.copyOf(mapping.entries().values()).getLast().value())
        : field;
  }
}
