package dev.packhouse.generator.cli;

import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a run found and did. */
public final class ReportPrinter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}", UNICODE_CHARACTER_CLASS);

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
    report.findings().forEach(finding -> out.println(printable(finding.toString())));
    out.println(summary(report));
  }

  /**
   * A text as it may be printed on one line. Names and values of packages come from anywhere: none
   * may steer the terminal.
   */
  public static String printable(String text) {
    return CONTROL.matcher(text).replaceAll("\uFFFD");
  }

  /** {@code 1 package version}, {@code 2 package versions}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String summary(RunReport report) {
    String counts =
        count(report.found(), "package version")
            + ", "
            + report.accepted()
            + " good; "
            + count(count(report, Severity.ERROR), "error")
            + ", "
            + count(count(report, Severity.WARNING), "warning")
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
    return json.put("message", finding.message()).put("fix", finding.fix());
  }
}
