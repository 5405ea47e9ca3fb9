package dev.packhouse.server.cli;

import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.PackageFacets;
import dev.packhouse.generator.model.PrintableText;
import dev.packhouse.generator.model.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records for people, line by line. Whatever they hold, no line steers a terminal. */
final class RecordText {
  /** Longer texts tell a reader of a list no more. In characters, as the next. */
  private static final int LONGEST_CELL = 200;

  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_VERSIONS = 20;
  private static final String GAP = "  ";

  private RecordText() {}

  /** Name, version and title of each. */
  static List<String> list(List<ObjectNode> records) {
    return columns(
        records.stream()
            .map(
                record ->
                    List.of(cell(record, "name"), cell(record, "version"), cell(record, "title")))
            .toList());
  }

  /**
   * All that says what a version is.
   *
   * @param versions that there are, from old to new
   * @param archive where it can be had
   */
  static List<String> sheet(ObjectNode record, List<String> versions, String archive) {
    PackageFacets facets = PackageFacets.of(record);
    List<String> lines = new ArrayList<>();
    lines.add(cell(record, "name") + " " + cell(record, "version"));
    add(lines, cell(record, "title"));
    add(lines, printable(record.path("description").asString(""), LONGEST_TEXT));
    lines.add("");
    lines.addAll(
        columns(
            Stream.of(
                    List.of("versions", versions(versions)),
                    List.of("release", cell(record, "release")),
                    List.of("type", cell(record, "type")),
                    List.of("format", cell(record, "format_version")),
                    List.of("conditions", conditions(record.path("conditions"))),
                    List.of("categories", joined(record.path("categories"))),
                    List.of("owner", printable(facets.owner(), LONGEST_CELL)),
                    List.of("subscription", printable(facets.subscription(), LONGEST_CELL)),
                    List.of("download", printable(archive, LONGEST_TEXT)))
                .filter(row -> !row.getLast().isEmpty())
                .toList()));
    List<List<String>> templates =
        elements(record.path("policy_templates"))
            .map(template -> List.of(GAP + cell(template, "name"), cell(template, "title")))
            .toList();
    if (!templates.isEmpty()) {
      lines.add("");
      lines.add("policy templates");
      lines.addAll(columns(templates));
    }
    return lines;
  }

  /** Of many the newest ones. */
  static String versions(List<String> versions) {
    int more = versions.size() - MOST_VERSIONS;
    String shown =
        versions.stream()
            .skip(Math.max(0, more))
            .map(version -> printable(version, LONGEST_CELL))
            .collect(Collectors.joining(", "));
    return more > 0 ? CountedNoun.of(more, "older one") + ", " + shown : shown;
  }

  private static String conditions(JsonNode conditions) {
    List<String> parts = new ArrayList<>();
    for (String product : List.of("kibana", "agent")) {
      add(parts, product, cell(conditions.path(product), "version"));
    }
    add(parts, "capabilities", joined(conditions.path("elastic").path("capabilities")));
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String label, String text) {
    if (!text.isEmpty()) {
      parts.add(label + " " + text);
    }
  }

  private static void add(List<String> lines, String text) {
    if (!text.isEmpty()) {
      lines.add(text);
    }
  }

  private static String joined(JsonNode texts) {
    return elements(texts)
        .map(text -> printable(text.asString(""), LONGEST_CELL))
        .collect(Collectors.joining(", "));
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of();
  }

  private static String cell(JsonNode object, String key) {
    return printable(object.path(key).asString(""), LONGEST_CELL);
  }

  private static String printable(String text, int longest) {
    return PrintableText.of(ShortText.start(text.strip().replaceAll("\\s+", " "), longest));
  }

  /** All but the last column as wide as its widest cell. */
  private static List<String> columns(List<List<String>> rows) {
    int last = rows.isEmpty() ? 0 : rows.getFirst().size() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int column = 0; column < last; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).repeat(' ', widths[column] - cell.length()).append(GAP);
    }
    return line.append(row.getLast()).toString().stripTrailing();
  }
}
