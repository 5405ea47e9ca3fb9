package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.Severity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link KnownPackage} as a line of JSON. */
final class KnownPackageJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private KnownPackageJson() {}

  static String of(KnownPackage known) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode parts = json.putArray("parts");
    known.parts().forEach(part -> parts.add(part.toString()));
    json.put("state", known.state())
        .put("display", known.display())
        .put("name", known.id().name())
        .put("version", known.id().version().text())
        .put("published", known.published());
    if (known.deprecates()) {
      json.put("deprecates", true);
    }
    known.deprecated().ifPresent(block -> json.set("deprecated", block));
    if (!known.findings().isEmpty()) {
      ArrayNode findings = json.putArray("findings");
      known.findings().forEach(finding -> findings.add(of(finding)));
    }
    return MAPPER.writeValueAsString(json);
  }

  /**
   * @throws IllegalArgumentException if the line is not one that {@link #of} writes
   */
  static KnownPackage parse(String line) {
    try {
      JsonNode json = MAPPER.readTree(line);
      return new KnownPackage(
          json.required("parts").values().stream().map(it -> Path.of(it.stringValue())).toList(),
          json.required("state").longValue(),
          json.required("display").stringValue(),
          id(json),
          json.path("deprecates").asBoolean(false),
          findings(json.path("findings")),
          json.get("deprecated") instanceof ObjectNode block
              ? Optional.of(block)
              : Optional.empty(),
          json.required("published").stringValue());
    } catch (JacksonException | InvalidPathException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static PackageId id(JsonNode json) {
    String version = json.required("version").stringValue();
    return switch (SemanticVersion.parse(version)) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion parsed) ->
          new PackageId(json.required("name").stringValue(), parsed);
      case ParseResult.Rejected<SemanticVersion>(String reason) ->
          throw new IllegalArgumentException(reason + ": " + version);
    };
  }

  private static ObjectNode of(Finding finding) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("severity", finding.severity().name())
        .put("code", finding.code())
        .put("file", finding.file())
        .put("message", finding.message())
        .put("fix", finding.fix())
        .put("more", finding.more());
    finding.field().ifPresent(field -> json.put("field", field));
    finding
        .place()
        .ifPresent(place -> json.put("line", place.line()).put("column", place.column()));
    return json;
  }

  private static List<Finding> findings(JsonNode findings) {
    return findings.values().stream().map(KnownPackageJson::finding).toList();
  }

  private static Finding finding(JsonNode json) {
    Optional<Place> place =
        json.has("line")
            ? Optional.of(
                new Place(json.path("line").intValue(), json.required("column").intValue()))
            : Optional.empty();
    Optional<String> field =
        json.has("field") ? Optional.of(json.path("field").stringValue()) : Optional.empty();
    return new Finding(
        Severity.valueOf(json.required("severity").stringValue()),
        json.required("code").stringValue(),
        json.required("file").stringValue(),
        place,
        field,
        json.required("message").stringValue(),
        json.required("fix").stringValue(),
        json.required("more").intValue());
  }
}
