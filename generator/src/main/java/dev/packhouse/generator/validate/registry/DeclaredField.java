package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field as a data stream declares it.
 *
 * @param file path below the package
 */
record DeclaredField(String file, Value.Mapping value) {
  Optional<String> name() {
    return value
        .find("name")
        .filter(name -> !(name instanceof Value.Mapping))
        .map(name -> name.asText().orElse(""));
  }

  /** Empty where there is none, or an empty one. */
  Optional<String> type() {
    return value.find("type").flatMap(Value::asText).filter(type -> !type.isEmpty());
  }

  /**
   * The field with this dotted name and a type, declared by that name or inside a group. An entry
   * without a name hides what comes after it, as it does for other registries.
   */
  static Optional<DeclaredField> typed(List<DeclaredField> fields, String name) {
    Optional<DeclaredField> direct = find(fields, name).filter(field -> field.type().isPresent());
    int dot = name.indexOf('.');
    if (direct.isPresent() || dot < 0) {
      return direct;
    }
    return find(fields, name.substring(0, dot))
        .flatMap(DeclaredField::group)
        .flatMap(group -> typed(group, name.substring(dot + 1)));
  }

  private static Optional<DeclaredField> find(List<DeclaredField> fields, String name) {
    for (DeclaredField field : fields) {
      Optional<String> candidate = field.name();
      if (candidate.isEmpty() || candidate.get().equals(name)) {
        return candidate.map(_ -> field);
      }
    }
    return Optional.empty();
  }

  private Optional<List<DeclaredField>> group() {
    if (!(value.find("fields").orElse(value) instanceof Value.Sequence sequence)) {
      return Optional.empty();
    }
    List<DeclaredField> group = new ArrayList<>();
    for (Value item : sequence.items()) {
      if (!(item instanceof Value.Mapping mapping)) {
        return Optional.empty();
      }
      group.add(new DeclaredField(file, mapping));
    }
    return Optional.of(group);
  }
}
