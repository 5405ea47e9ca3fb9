package dev.packhouse.generator.cli;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a run found and did. */
public final class ReportPrinter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final PrintWriter out;

  ReportPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(RunReport report, OutputFormat format) {
    switch (format) {
      case TEXT -> text(report);
      case JSON -> out.println(JSON.writeValueAsString(json(report)));
    }
    out.flush();
  }

  private void text(RunReport report) {
    report.findings().forEach(out::println);
    out.println(summary(report));
  }

  private static String summary(RunReport report) {
    String counts =
        CountedNoun.of(report.found(), "package version")
            + ", "
            + report.accepted()
            + " good; "
            + CountedNoun.of(count(report, Severity.ERROR), "error")
            + ", "
            + CountedNoun.of(count(report, Severity.WARNING), "warning")
            + ".";
    return report.publication().map(it -> counts + " " + published(it)).orElse(counts);
  }

  private static String published(Publication publication) {
    return switch (publication) {
      case Publication.Switched(String generation) -> "Published as generation " + generation + ".";
      case Publication.AlreadyCurrent(String generation) ->
          "Nothing changed since generation " + generation + ".";
    };
  }

  private static long count(RunReport report, Severity severity) {
    return report.findings().stream().filter(it -> it.severity() == severity).count();
  }

  private static ObjectNode json(RunReport report) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(finding -> findings.add(json(finding)));
    ObjectNode summary = json.putObject("summary");
    summary.put("found", report.found());
    summary.put("good", report.accepted());
    summary.put("errors", count(report, Severity.ERROR));
    summary.put("warnings", count(report, Severity.WARNING));
    report
        .publication()
        .ifPresent(
            publication -> {
              summary.put("generation", publication.generation());
              summary.put("changed", publication instanceof Publication.Switched);
            });
    return json;
  }

  private static ObjectNode json(Finding finding) {
    ObjectNode json = JSON.createObjectNode();
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("code", finding.code());
    json.put("file", finding.file());
    finding
        .place()
        .ifPresent(place -> json.put("line", place.line()).put("column", place.column()));
    finding.field().ifPresent(field -> json.put("field", field));
    return json.put("message", finding.message()).put("fix", finding.fix());
  }
}
