package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.RunReport;
import java.io.PrintWriter;

/** Text for pipes and editors: a line for each finding, and one for the summary. */
final class LineReport {
  private LineReport() {}

  static void print(RunReport report, PrintWriter out) {
    Shown.of(report.findings()).forEach(out::println);
    out.println(Summary.of(report));
  }
}
