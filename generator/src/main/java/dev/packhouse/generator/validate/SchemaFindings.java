package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.Mismatch;
import dev.packhouse.generator.spec.Span;
import dev.packhouse.generator.validate.rule.Element;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says in an author's words how a file differs from its schema, and where. */
final class SchemaFindings {
  private static final int LONGEST_VALUE = 80;

  /** More are told only where there is none near to what was written. */
  private static final int MOST_WORDS = 10;

  private final Element root;
  private final String formatVersion;
  private final Findings findings;

  /**
   * @param root content of the file
   * @param formatVersion that the package follows
   */
  SchemaFindings(Element root, String formatVersion, Findings findings) {
    this.root = root;
    this.formatVersion = formatVersion;
    this.findings = findings;
  }

  void add(Mismatch mismatch) {
    Element element = Descent.to(root, mismatch.path());
    switch (mismatch.keyword()) {
      case "required" -> missing(mismatch, element);
      case "dependentRequired" -> missingCompanion(mismatch, element);
      case "additionalProperties" -> unknown(mismatch, element);
      case "type" ->
          report(
              mismatch,
              "content.value.type",
              element,
              subject(element)
                  + " is "
                  + kind(element)
                  + ", and should be "
                  + kinds(mismatch)
                  + ".");
      case "enum", "const" -> choice(mismatch, element);
      case "pattern" ->
          report(
              mismatch,
              "content.value.pattern",
              element,
              subject(element)
                  + " is "
                  + shown(element)
                  + ", which does not match "
                  + mismatch.wanted().asString("")
                  + ".");
      case "format" -> reference(mismatch, element);
      case "not", "false" ->
          report(
              mismatch,
              "content.value.forbidden",
              element,
              subject(element) + " is " + shown(element) + ", which may not be here.");
      case "uniqueItems" ->
          report(
              mismatch,
              "content.value.duplicate",
              element,
              subject(element) + " has an item twice.");
      case "minItems", "minContains", "minLength", "minProperties", "minimum" ->
          report(
              mismatch,
              "content.value.size",
              element,
              subject(element) + " holds too little: at least " + bound(mismatch) + ".");
      case "maxItems", "maxContains", "maxLength", "maxProperties", "maximum" ->
          report(
              mismatch,
              "content.value.size",
              element,
              subject(element) + " holds too much: at most " + bound(mismatch) + ".");
      case String other ->
          report(
              mismatch,
              "content.value.invalid",
              element,
              subject(element) + " does not fit (" + other + ").");
    }
  }

  private void missing(Mismatch mismatch, Element object) {
    String key = mismatch.key().orElseThrow();
    findings.error(
        mismatch.code().orElse("content.key.missing"),
        object,
        object.placeFor(key, keys(mismatch.schema())),
        subject(object) + " has no " + key + ".",
        "Add " + key + described(mismatch.schema().path("properties").path(key)) + ".");
  }

  private void missingCompanion(Mismatch mismatch, Element object) {
    String key = mismatch.key().orElseThrow();
    findings.error(
        mismatch.code().orElse("content.key.missing"),
        object,
        subject(object) + " has no " + key + ", which another key needs.",
        "Add " + key + ".");
  }

  private void unknown(Mismatch mismatch, Element object) {
    String key = mismatch.key().orElseThrow();
    List<String> known = keys(mismatch.schema());
    String otherwise =
        known.isEmpty() ? "Remove it." : "Remove it; known are " + String.join(", ", known) + ".";
    findings.error(
        mismatch.code().orElse("content.key.unknown"),
        object,
        key,
        subject(object) + " may not have " + key + ".",
        mismatch
            .elsewhere()
            .map(span -> "It is known " + text(span) + "; manifest.yml says " + formatVersion + ".")
            .orElseGet(() -> findings.fix(key, known, otherwise)));
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
    boolean isPath = mismatch.wanted().asString("").equals("relative-path");
    findings.error(
        mismatch.code().orElse(isPath ? "content.path.missing" : "content.data_stream.missing"),
        element,
        subject(element)
            + " names "
            + shown(element)
            + (isPath
                ? ", which is not there or too large."
                : ", and there is no such data stream."),
        isPath ? "Add the file, or mend its path." : "Name a folder below data_stream.");
  }

  private void report(Mismatch mismatch, String code, Element element, String message) {
    findings.error(
        mismatch.code().orElse(code),
        element,
        message,
        mismatch.description().map(text -> "What it is for: " + text).orElse("Mend the value."));
  }

  private static String described(Mismatch mismatch) {
    return mismatch.description().map(text -> ": " + withoutStop(text)).orElse("");
  }

  private static String described(JsonNode property) {
    String text = property.path("description").asString("");
    return text.isEmpty() ? "" : ": " + withoutStop(text);
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String subject(Element element) {
    return element.name().isEmpty() ? "The file" : element.name();
  }

  private static String shown(Element element) {
    String text = element.text().orElse(element.value().kind());
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
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
    return mismatch.wanted().isNumber() ? text(mismatch.wanted()) : "one that fits";
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }
}
