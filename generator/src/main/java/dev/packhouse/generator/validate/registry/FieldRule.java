package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data stream has the fields by which its documents are told apart and put in order. */
final class FieldRule implements Rule {
  private static final String INVALID = "field.file.invalid";

  private record RequiredField(String name, String type, String code) {}

  private static final List<RequiredField> REQUIRED =
      List.of(
          new RequiredField("data_stream.type", "constant_keyword", "field.data_stream_type"),
          new RequiredField("data_stream.dataset", "constant_keyword", "field.data_stream_dataset"),
          new RequiredField(
              "data_stream.namespace", "constant_keyword", "field.data_stream_namespace"),
          new RequiredField("@timestamp", "date", "field.timestamp"));

  /** Names of those fields, and of the groups that they may be in. */
  private static final Set<String> LOOKED_FOR =
      REQUIRED.stream()
          .map(RequiredField::name)
          .flatMap(name -> Stream.of(name, name.replaceAll("\\..*", "")))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public void check(Subject subject, Findings findings) throws IOException {
    for (Subject.DataStream stream : subject.dataStreams()) {
      Optional<List<DeclaredField>> fields = read(subject, stream, findings);
      if (fields.isPresent()) {
        check(stream, fields.get(), findings);
      }
    }
  }

  private static void check(
      Subject.DataStream stream, List<DeclaredField> fields, Findings findings) {
    boolean allThere =
        REQUIRED.stream().allMatch(it -> DeclaredField.typed(fields, it.name()).isPresent());
    Optional<DeclaredField> nameless =
        fields.stream().filter(field -> field.name().isEmpty()).findFirst();
    if (!allThere && nameless.isPresent()) {
      findings.error(
          "field.name.missing",
          nameless.get().file(),
          nameless.get().value().place(),
          "The field has no name, and hides the fields that come after it.",
          "Add name: with the field's dotted name.");
      return;
    }
    REQUIRED.forEach(required -> check(stream, required, fields, findings));
  }

  private static void check(
      Subject.DataStream stream,
      RequiredField required,
      List<DeclaredField> fields,
      Findings findings) {
    Optional<DeclaredField> field = DeclaredField.typed(fields, required.name());
    if (field.isEmpty()) {
      findings.error(
          required.code() + ".missing",
          stream.path() + "/fields",
          "The fields of the data stream have no " + required.name() + ".",
          "Declare it with type: " + required.type() + ".");
    } else if (!field.get().type().equals(Optional.of(required.type()))) {
      Value.Mapping value = field.get().value();
      findings.error(
          required.code() + ".invalid",
          field.get().file(),
          value.find("type").map(Value::place).orElse(value.place()),
          "The field " + required.name() + " has type " + field.get().type().orElse("") + ".",
          "Its type must be " + required.type() + ".");
    }
  }

  /** The entries of all files that matter, or empty where one of them cannot be read. */
  private static Optional<List<DeclaredField>> read(
      Subject subject, Subject.DataStream stream, Findings findings) throws IOException {
    List<DeclaredField> fields = new ArrayList<>();
    boolean readable = true;
    for (String path : Entries.directlyIn(subject.raw(), stream.path() + "/fields")) {
      readable &= read(subject, path, fields, findings);
    }
    return readable ? Optional.of(fields) : Optional.empty();
  }

  private static boolean read(
      Subject subject, String path, List<DeclaredField> fields, Findings findings)
      throws IOException {
    if (subject.raw().folders().contains(path)) {
      return invalid(path, "A folder stands among the files of fields.", findings);
    }
    return switch (subject.raw().documents().readYaml(path)) {
      case Document.Broken(Finding finding) -> {
        findings.error(
            INVALID, path, finding.place().orElse(Place.START), finding.message(), finding.fix());
        yield false;
      }
      case Document.Parsed(Value value, var warnings) -> {
        findings.addAll(warnings);
        yield addAll(path, value, fields, findings);
      }
    };
  }

  private static boolean addAll(
      String path, Value value, List<DeclaredField> fields, Findings findings) {
    return switch (value) {
      case Value.Null _ -> true;
      case Value.Sequence list -> addItems(path, list, fields, findings);
      case Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Mapping _ ->
          invalid(path, "The file is " + value.kind() + ", not a list of fields.", findings);
    };
  }

  private static boolean addItems(
      String path, Value.Sequence list, List<DeclaredField> fields, Findings findings) {
    for (Value item : list.items()) {
      switch (item) {
        case Value.Mapping mapping -> add(new DeclaredField(path, mapping), fields);
        case Value.Null _ ->
            add(new DeclaredField(path, new Value.Mapping(item.place(), Map.of())), fields);
        case Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Sequence _ -> {
          return invalid(path, "An entry is " + item.kind() + ", not a field.", findings);
        }
      }
    }
    return true;
  }

  /** Keeps those alone that are looked for, or hide others: there may be very many. */
  private static void add(DeclaredField field, List<DeclaredField> fields) {
    boolean isHidden = !fields.isEmpty() && fields.getLast().name().isEmpty();
    if (!isHidden && field.name().map(LOOKED_FOR::contains).orElse(true)) {
      fields.add(field);
    }
  }

  private static boolean invalid(String path, String message, Findings findings) {
    findings.error(
        INVALID,
        path,
        message,
        "Everything in fields/ is a YAML list of objects with name and type.");
    return false;
  }
}
