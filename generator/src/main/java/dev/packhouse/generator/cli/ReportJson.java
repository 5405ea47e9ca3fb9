package dev.packhouse.generator.cli;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as one JSON object: findings, those that are excused, and a summary. */
final class ReportJson {
  private ReportJson() {}

  static String of(RunReport report) {
    ObjectNode json = PrintedJson.MAPPER.createObjectNode();
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(finding -> findings.add(json(finding)));
    ArrayNode excused = json.putArray("excused");
    report
        .excused()
        .forEach(
            it -> excused.add(json(it.finding()).put("reason", it.reason()).put("by", it.by())));
    summary(report, json.putObject("summary"));
    return PrintedJson.MAPPER.writeValueAsString(json);
  }

  private static void summary(RunReport report, ObjectNode summary) {
    summary.put("found", report.found());
    summary.put("good", report.accepted());
    summary.put("errors", Summary.count(report, Severity.ERROR));
    summary.put("warnings", Summary.count(report, Severity.WARNING));
    summary.put("excused", Summary.excused(report));
    report
        .publication()
        .ifPresent(
            publication -> {
              summary.put("generation", publication.generation());
              summary.put("changed", publication instanceof Publication.Switched);
            });
  }

  private static ObjectNode json(Finding finding) {
    ObjectNode json = PrintedJson.MAPPER.createObjectNode();
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("code", finding.code());
    json.put("file", finding.file());
    finding
        .place()
        .ifPresent(place -> json.put("line", place.line()).put("column", place.column()));
    finding.field().ifPresent(field -> json.put("field", field));
    if (finding.more() > 0) {
      json.put("more", finding.more());
    }
    return json.put("message", finding.message()).put("fix", finding.fix());
  }
}
