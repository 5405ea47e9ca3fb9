package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link PublishedVersion} as a line of {@code versions.jsonl}. */
final class VersionLine {
  private VersionLine() {}

  static byte[] toJson(PublishedVersion version) {
    VersionContent content = version.content();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("name", content.id().name())
        .put("version", content.id().version().text())
        .put("content", content.digest())
        .put("contentBase", content.base())
        .put("record", version.recordDigest())
        .put("recordBase", version.recordBase());
    ArrayNode archives = json.putArray("archives");
    for (PublishedArchive archive : content.archives()) {
      archives
          .addObject()
          .put("format", archive.format().extension())
          .put("size", archive.size())
          .put("sha256", archive.sha256())
          .put("signed", archive.signed());
    }
    return Json.line(json);
  }

  /**
   * @throws IllegalArgumentException if the line is not one that {@link #toJson} writes
   */
  static PublishedVersion parse(String line) {
    try {
      JsonNode json = Json.MAPPER.readTree(line);
      VersionContent content =
          new VersionContent(
              id(json),
              json.required("content").stringValue(),
              json.required("contentBase").stringValue(),
              archives(json));
      return new PublishedVersion(
          content,
          json.required("record").stringValue(),
          json.required("recordBase").stringValue());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static PackageId id(JsonNode json) {
    String text = json.required("version").stringValue();
    return switch (SemanticVersion.parse(text)) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion version) ->
          new PackageId(json.required("name").stringValue(), version);
      case ParseResult.Rejected<SemanticVersion>(String reason) ->
          throw new IllegalArgumentException(reason + ": " + text);
    };
  }

  private static List<PublishedArchive> archives(JsonNode json) {
    return json.required("archives").values().stream().map(VersionLine::archive).toList();
  }

  private static PublishedArchive archive(JsonNode json) {
    String format = json.required("format").stringValue();
    return new PublishedArchive(
        ArchiveFormat.parse(format)
            .orElseThrow(() -> new IllegalArgumentException("unknown archive " + format)),
        json.required("size").longValue(),
        json.required("sha256").stringValue(),
        json.required("signed").booleanValue());
  }
}
