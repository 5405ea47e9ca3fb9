package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a package excludes itself: {@code errors.exclude_checks} in its {@code validation.yml}.
 * Other tools of its author read that file too, so nothing is added to it. Whether it is well
 * formed is for the validator to say.
 */
final class PackageExclusions {
  private static final String FILE = "validation.yml";

  private PackageExclusions() {}

  static List<Ground> read(RawPackage raw, Function<String, Set<String>> codes) throws IOException {
    if (!raw.files().containsKey(FILE)) {
      return List.of();
    }
    return switch (raw.documents().readYaml(FILE)) {
      case Document.Broken _ -> List.of();
      case Document.Parsed(Value value, var _) ->
          excluded(value).<Ground>map(code -> exclusion(raw, code, codes)).toList();
    };
  }

  private static Stream<Value.Text> excluded(Value file) {
    return find(file, "errors").flatMap(errors -> find(errors, "exclude_checks")).stream()
        .flatMap(PackageExclusions::items)
        .filter(Value.Text.class::isInstance)
        .map(Value.Text.class::cast);
  }

  private static Stream<Value> items(Value value) {
    return value instanceof Value.Sequence(var _, var items) ? items.stream() : Stream.empty();
  }

  private static Excuse exclusion(
      RawPackage raw, Value.Text code, Function<String, Set<String>> codes) {
    Excuse.Entry entry =
        new Excuse.Entry(
            code.value(),
            codes.apply(code.value()),
            // It is only shown what was found in this package.
            _ -> true,
            /* lookedAt= */ true,
            "The package excludes " + code.value() + ".",
            Optional.empty(),
            /* expired= */ false);
    return new Excuse(entry, raw.display(FILE), code.place());
  }

  private static Optional<Value> find(Value value, String key) {
    return value instanceof Value.Mapping mapping ? mapping.find(key) : Optional.empty();
  }
}
