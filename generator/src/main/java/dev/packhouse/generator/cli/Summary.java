package dev.packhouse.generator.cli;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.excuse.Excused;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.util.stream.Stream;

/** What a run came to, in one line. */
final class Summary {
  private Summary() {}

  static String of(RunReport report) {
    StringBuilder line = new StringBuilder();
    line.append(CountedNoun.of(report.found(), "package version"))
        .append(", ")
        .append(report.accepted())
        .append(" good; ")
        .append(CountedNoun.of(count(report, Severity.ERROR), "error"))
        .append(", ")
        .append(CountedNoun.of(count(report, Severity.WARNING), "warning"));
    if (!report.excused().isEmpty()) {
      line.append(", ").append(excused(report)).append(" excused");
    }
    line.append('.');
    report.publication().ifPresent(it -> line.append(' ').append(published(it)));
    return line.toString();
  }

  static long count(RunReport report, Severity severity) {
    return count(report.findings().stream().filter(it -> it.severity() == severity));
  }

  static long excused(RunReport report) {
    return count(report.excused().stream().map(Excused::finding));
  }

  private static long count(Stream<Finding> findings) {
    return findings.mapToLong(Finding::count).sum();
  }

  private static String published(Publication publication) {
    return switch (publication) {
      case Publication.Switched(String generation) -> "Published as generation " + generation + ".";
      case Publication.AlreadyCurrent(String generation) ->
          "Nothing changed since generation " + generation + ".";
    };
  }
}
