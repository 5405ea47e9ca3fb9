package dev.packhouse.generator.cli;

import dev.packhouse.generator.excuse.FindingKey;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PrintableText;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Commands of a workflow on GitHub: {@code ::error file=…,line=…,col=…,title=…::…}. Files are named
 * as they are from the current folder, which is that of the repository.
 */
final class GithubReport {
  private GithubReport() {}

  static void print(RunReport report, PrintWriter out) {
    Path here = Path.of("").toAbsolutePath();
    Shown.of(report.findings()).forEach(finding -> out.println(command(finding, here)));
    out.println(Summary.of(report));
  }

  private static String command(Finding finding, Path here) {
    String level =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    String place =
        finding.place().map(at -> ",line=" + at.line() + ",col=" + at.column()).orElse("");
    return "::"
        + level
        + " file="
        + property(FindingKey.of(finding, here).file())
        + place
        + ",title="
        + property(finding.code())
        + "::"
        + data(finding.message() + " " + finding.fix());
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String data(String text) {
    return PrintableText.of(text).replace("%", "%25");
  }
}
