package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PrintableText;
import dev.packhouse.generator.model.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Text for people: each finding with the lines around its place and what to do. Equal ones are
 * shown once, with the other places below.
 */
final class FramedReport {
  /** More places than these tell a reader nothing new. */
  private static final int MOST_PLACES = 10;

  private record Kind(Severity severity, String code, String message, String fix) {
    static Kind of(Finding finding) {
      return new Kind(finding.severity(), finding.code(), finding.message(), finding.fix());
    }
  }

  private final PrintWriter out;
  private final boolean coloured;
  private final SourceLines sources = new SourceLines();

  FramedReport(PrintWriter out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  void print(RunReport report) {
    Map<Kind, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : Shown.of(report.findings())) {
      alike.computeIfAbsent(Kind.of(finding), _ -> new ArrayList<>()).add(finding);
    }
    alike.values().forEach(this::print);
    if (!alike.isEmpty()) {
      out.println("packhouse explain CODE says more about a code in brackets.");
    }
    out.println(Summary.of(report));
  }

  private void print(List<Finding> alike) {
    Finding first = alike.getFirst();
    String severity = first.severity().name().toLowerCase(Locale.ROOT);
    out.println(
        styled(where(first), Style.bold)
            + ": "
            + styled(severity, colour(first.severity()), Style.bold)
            + ": "
            + PrintableText.of(first.message())
            + " ["
            + first.code()
            + "]");
    CodeFrame.of(first, sources).forEach(this::frameLine);
    out.println("      = " + PrintableText.of(first.fix()));
    if (alike.size() > 1) {
      out.println("      = The same in " + CountedNoun.of(alike.size() - 1, "other place") + ":");
      alike.stream().skip(1).limit(MOST_PLACES).forEach(it -> out.println("        " + where(it)));
      if (alike.size() - 1 > MOST_PLACES) {
        out.println("        and " + (alike.size() - 1 - MOST_PLACES) + " more");
      }
    }
    out.println();
  }

  private void frameLine(CodeFrame.Line line) {
    out.println(line.isCaret() ? styled(line.text(), Style.fg_red, Style.bold) : line.text());
  }

  private static String where(Finding finding) {
    String place = finding.place().map(at -> ":" + at.line() + ":" + at.column()).orElse("");
    return PrintableText.of(finding.file() + place);
  }

  private static Style colour(Severity severity) {
    return switch (severity) {
      case ERROR -> Style.fg_red;
      case WARNING -> Style.fg_yellow;
      case NOTE -> Style.fg_cyan;
    };
  }

  private String styled(String text, Style... styles) {
    return coloured ? Style.on(styles) + text + Style.off(Style.reset) : text;
  }
}
