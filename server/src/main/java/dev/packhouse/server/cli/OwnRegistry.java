package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ReportPrinter;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.server.log.ServerLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * The registry that {@code serve --packages} generates for itself. A bad package is named and left
 * out: it does not keep the others from being served.
 */
final class OwnRegistry {
  private OwnRegistry() {}

  static void generate(List<Path> roots, Path out, Progress progress, ServerLog log)
      throws IOException {
    GenerateOptions options =
        new GenerateOptions(
            roots,
            out,
            EnumSet.allOf(ArchiveFormat.class),
            ArchiveFormat.ZIP,
            /* replace= */ true,
            /* keepGoing= */ true);
    RunReport report = Generator.run(options, progress);
    List<Finding> errors = report.findings().stream().filter(Finding::isError).toList();
    errors.forEach(log::finding);
    if (!errors.isEmpty()) {
      int leftOut = report.found() - report.accepted();
      String all = ReportPrinter.count(report.found(), "package version");
      log.warn(leftOut + " of " + all + " left out");
    }
  }
}
