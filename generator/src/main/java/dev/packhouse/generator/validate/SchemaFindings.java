package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.Mismatch;
import dev.packhouse.generator.spec.Span;
import dev.packhouse.generator.validate.rule.Element;
import dev.packhouse.generator.validate.rule.Findings;
import dev.packhouse.generator.validate.rule.SpecSubject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says in an author's words how a file differs from its schema, and where. */
final class SchemaFindings {
  private static final int LONGEST_VALUE = 80;

  /** More are told only where there is none near to what was written. */
  private static final int MOST_WORDS = 10;

  private final Element root;
  private final SpecSubject subject;
  private final Findings findings;

  /**
   * @param root content of the file
   * @param subject the package
   */
  SchemaFindings(Element root, SpecSubject subject, Findings findings) {
    this.root = root;
    this.subject = subject;
    this.findings = findings;
  }

  void add(Mismatch mismatch) {
    Element element = Descent.to(root, mismatch.path());
    switch (mismatch.keyword()) {
      case "required" -> missing(mismatch, element);
      case "dependentRequired" -> missingCompanion(mismatch, element);
      case "additionalProperties" -> unknown(mismatch, element);
      case "type" -> kind(mismatch, element);
      case "enum", "const" -> choice(mismatch, element);
      case "pattern" -> pattern(mismatch, element);
      case "format" -> reference(mismatch, element);
      case "not", "false" -> forbidden(mismatch, element);
      case "uniqueItems" -> duplicate(mismatch, element);
      case "contains", "minContains" -> lacks(mismatch, element);
      case "minItems", "minLength", "minProperties", "minimum" ->
          size(mismatch, element, "at least", "Add what is missing");
      case "maxItems", "maxLength", "maxProperties", "maximum" ->
          size(mismatch, element, "at most", "Take away what is too much");
      case String other ->
          report(
              mismatch,
              "content.value.invalid",
              element,
              subject(element) + " does not fit (" + other + ").",
              "Write it as the schema wants it" + described(mismatch) + ".");
    }
  }

  private void missing(Mismatch mismatch, Element object) {
    String key = mismatch.key().orElseThrow();
    findings.error(
        mismatch.code().orElse("content.key.missing"),
        object,
        object.placeFor(key, keys(mismatch.schema())),
        subject(object) + " has no " + key + ".",
        "Add "
            + key
            + wanted(mismatch.property())
            + described(
                mismatch.property().isMissingNode() ? mismatch.schema() : mismatch.property())
            + ".");
  }

  private void missingCompanion(Mismatch mismatch, Element object) {
    String key = mismatch.key().orElseThrow();
    findings.error(
        mismatch.code().orElse("content.key.missing"),
        object,
        subject(object) + " has no " + key + ", which another key needs.",
        "Add " + key + wanted(mismatch.property()) + described(mismatch.property()) + ".");
  }

  private void unknown(Mismatch mismatch, Element object) {
    String key = mismatch.key().orElseThrow();
    findings.error(
        mismatch.code().orElse("content.key.unknown"),
        object,
        key,
        subject(object) + " may not have " + key + ".",
        mismatch
            .elsewhere()
            .map(this::otherVersion)
            .orElseGet(() -> known(key, keys(mismatch.schema()))));
  }

  private String otherVersion(Span span) {
    return "%s: it is known %s, and manifest.yml says %s."
        .formatted(
            span.since().isPresent() ? "Remove it, or change format_version" : "Remove it",
            text(span),
            formatVersion());
  }

  private String known(String key, List<String> known) {
    int dot = key.indexOf('.');
    if (dot > 0 && known.contains(key.substring(0, dot))) {
      return "Write "
          + key.substring(dot + 1)
          + " as a key in "
          + key.substring(0, dot)
          + ": from format version 3.0.0 on, a dot in a key is just a dot.";
    }
    String otherwise =
        known.isEmpty() ? "Remove it." : "Remove it; known are " + String.join(", ", known) + ".";
    return findings.fix(key, known, otherwise);
  }

  /** In the order in which authors write them. */
  private static List<String> keys(JsonNode schema) {
    return schema.path("properties").properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String text(Span span) {
    return Stream.of(
            span.since().map(version -> "from format version " + version.text() + " on"),
            span.until().map(version -> "before format version " + version.text()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" and "));
  }

  private void kind(Mismatch mismatch, Element element) {
    String kinds = kinds(mismatch);
    if (element.value() instanceof Value.Flag flag && kinds.equals(flag.kind())) {
      word(mismatch, element, flag);
      return;
    }
    report(
        mismatch,
        "content.value.type",
        element,
        subject(element) + " is " + kind(element) + ", and should be " + kinds + ".",
        "Write " + kinds + example(mismatch.schema()) + described(mismatch) + ".");
  }

  /** Only YAML 1.1 has more words for true and false than these two. */
  private void word(Mismatch mismatch, Element element, Value.Flag flag) {
    report(
        mismatch,
        "content.value.type",
        element,
        subject(element) + " is " + shown(element) + ", which is only a text in YAML 1.2.",
        "Write " + flag.value() + ".");
  }

  private void pattern(Mismatch mismatch, Element element) {
    String pattern = mismatch.wanted().asString("");
    String example = example(mismatch.schema());
    report(
        mismatch,
        "content.value.pattern",
        element,
        subject(element) + " is " + shown(element) + ", which does not match " + pattern + ".",
        "Write a text that matches" + example + described(mismatch) + ".");
  }

  private void forbidden(Mismatch mismatch, Element element) {
    report(
        mismatch,
        "content.value.forbidden",
        element,
        subject(element) + " is " + shown(element) + ", which may not be here.",
        mismatch.description().map(text -> text + " ").orElse("")
            + "Remove it, or write another value.");
  }

  private void duplicate(Mismatch mismatch, Element element) {
    Set<JsonNode> seen = new HashSet<>();
    Optional<Element> second =
        element.items().stream().filter(it -> !seen.add(SpecValues.json(it.value()))).findFirst();
    report(
        mismatch,
        "content.value.duplicate",
        second.orElse(element),
        subject(element)
            + " has "
            + second.map(SchemaFindings::shown).orElse("an item")
            + " twice.",
        "Remove one of the two.");
  }

  /** The schema describes the one item that it wants. */
  private void lacks(Mismatch mismatch, Element element) {
    report(
        mismatch,
        "content.value.size",
        element,
        subject(element) + " lacks an item that it needs" + described(mismatch) + ".",
        "Add it, or change the one that is there.");
  }

  private void size(Mismatch mismatch, Element element, String limit, String todo) {
    report(
        mismatch,
        "content.value.size",
        element,
        "%s %s, and should have %s %s."
            .formatted(subject(element), measured(mismatch, element), limit, bound(mismatch)),
        todo + described(mismatch) + ".");
  }

  /** What was counted, and how much it is. */
  private static String measured(Mismatch mismatch, Element element) {
    String keyword = mismatch.keyword();
    if (keyword.endsWith("imum")) {
      return "is " + shown(element);
    }
    String text = element.text().orElse("");
    return switch (element.value()) {
      case Value.Sequence sequence -> "has " + CountedNoun.of(sequence.items().size(), "item");
      case Value.Mapping mapping -> "has " + CountedNoun.of(mapping.entries().size(), "key");
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          "has " + CountedNoun.of(text.codePointCount(0, text.length()), "character");
    };
  }

  private void choice(Mismatch mismatch, Element element) {
    List<String> choices =
        mismatch.wanted().isArray()
            ? mismatch.wanted().valueStream().map(SchemaFindings::text).toList()
            : List.of(text(mismatch.wanted()));
    String list = (choices.size() == 1 ? "" : "one of ") + String.join(", ", choices);
    String shortList = choices.size() > MOST_WORDS ? "one of " + choices.size() + " words" : list;
    findings.error(
        mismatch.code().orElse("content.value.choice"),
        element,
        subject(element) + " is " + shown(element) + ", and should be " + shortList + ".",
        findings.fix(
            element.text().orElse(""), choices, "Write " + list + described(mismatch) + "."));
  }

  private void reference(Mismatch mismatch, Element element) {
    if (mismatch.wanted().asString("").equals("relative-path")) {
      report(
          mismatch,
          "content.path.missing",
          element,
          subject(element) + " names " + shown(element) + ", which is not there or too large.",
          "Add the file to the package, or correct its path.");
    } else {
      report(
          mismatch,
          "content.data_stream.missing",
          element,
          subject(element) + " names " + shown(element) + ", and there is no such data stream.",
          findings.fix(
              element.text().orElse(""),
              subject.dataStreams(),
              "Name a folder below data_stream."));
    }
  }

  private void report(Mismatch mismatch, String code, Element element, String message, String fix) {
    findings.error(mismatch.code().orElse(code), element, message, fix);
  }

  /** How a value is written, where the schema says it. */
  private static String wanted(JsonNode schema) {
    JsonNode choices = schema.path("enum");
    if (choices.isArray() && choices.size() <= MOST_WORDS) {
      return ", which is "
          + choices.valueStream().map(SchemaFindings::text).collect(Collectors.joining(" or "));
    }
    return example(schema);
  }

  private static String example(JsonNode schema) {
    JsonNode first = schema.path("examples").path(0);
    return first.isMissingNode() ? "" : ", such as " + text(first);
  }

  private static String described(Mismatch mismatch) {
    return described(mismatch.schema());
  }

  private static String described(JsonNode schema) {
    String text = schema.path("description").asString("");
    return text.isEmpty() ? "" : ": " + Sentence.part(text);
  }

  private String formatVersion() {
    return subject.formatVersion().version().text();
  }

  private static String subject(Element element) {
    return element.name().isEmpty() ? "The file" : element.name();
  }

  private static String shown(Element element) {
    return ShortText.start(element.text().orElse(element.value().kind()), LONGEST_VALUE);
  }

  private static String kind(Element element) {
    return element.value() instanceof Value.Text || element.text().isEmpty()
        ? element.value().kind()
        : element.value().kind() + " (" + shown(element) + ")";
  }

  private static String kinds(Mismatch mismatch) {
    return mismatch.wanted().isArray()
        ? mismatch
            .wanted()
            .valueStream()
            .map(SchemaFindings::kind)
            .collect(Collectors.joining(" or "))
        : kind(mismatch.wanted());
  }

  private static String kind(JsonNode type) {
    return switch (type.asString("")) {
      case "string" -> "a text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "array" -> "a list";
      case "object" -> "an object";
      case "null" -> "nothing";
      case String other -> other;
    };
  }

  private static String bound(Mismatch mismatch) {
    return text(mismatch.wanted());
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }
}
