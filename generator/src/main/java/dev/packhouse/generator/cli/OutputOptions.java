package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.RunReport;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a report is printed: the options of all commands that find something. */
final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = OutputFormat.Converter.class,
      completionCandidates = OutputFormat.Converter.class,
      description =
          "How findings are printed: text, json, sarif or github. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--frames",
      negatable = true,
      description =
          "Show the lines of the file in text, or keep each finding on one line. Default: show them"
              + " on a terminal.")
  private @Nullable Boolean frames;

  void print(RunReport report) {
    CommandLine line = spec.commandLine();
    PrintWriter out = line.getOut();
    switch (format) {
      case TEXT -> {
        if (frames == null ? Terminal.isThere() : frames) {
          new FramedReport(out, line.getColorScheme().ansi().enabled()).print(report);
        } else {
          LineReport.print(report, out);
        }
      }
      case JSON -> out.println(ReportJson.of(report));
      case SARIF -> out.println(SarifJson.of(report));
      case GITHUB -> GithubReport.print(report, out);
    }
    out.flush();
  }
}
