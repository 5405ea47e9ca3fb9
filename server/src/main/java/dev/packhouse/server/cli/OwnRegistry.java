package dev.packhouse.server.cli;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Intake;
import dev.packhouse.generator.generate.KnownPackages;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Retention;
import dev.packhouse.server.config.ServerConfig.Source.Packages;
import dev.packhouse.server.log.ServerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The registry that {@code serve --packages} generates for itself. A bad package is named and left
 * out: it does not keep the others from being served.
 */
record OwnRegistry(
    Packages packages, Path folder, Progress progress, KnownPackages known, ServerLog log) {
  /** Knows what an earlier run has learnt where the folder stays, and learns where it may pay. */
  static OwnRegistry of(Packages packages, Path folder, Progress progress, ServerLog log) {
    KnownPackages known = KnownPackages.none();
    if (packages.registry().isPresent()) {
      known = KnownPackages.of(options(packages, List.of(), folder), InstantSource.system());
    } else if (packages.watch()) {
      known = KnownPackages.begin(InstantSource.system());
    }
    return new OwnRegistry(packages, folder, progress, known, log);
  }

  /**
   * Gives what was found: folders that are missing are named, and count as empty.
   *
   * @throws IOException if something cannot be read that may hold packages: they are not to vanish
   *     from the registry for that
   */
  RunReport generate() throws IOException {
    GenerateOptions options = options(packages, existing(packages.roots()), folder);
    RunReport report = Generator.run(options, progress, known);
    List<Finding> errors = report.findings().stream().filter(Finding::isError).toList();
    errors.forEach(log::finding);
    if (!errors.isEmpty()) {
      int leftOut = report.found() - report.accepted();
      String all = CountedNoun.of(report.found(), "package version");
      log.warn(leftOut + " of " + all + " left out");
    }
    if (report.publication().isEmpty()) {
      throw new IOException(
          "nothing was published: what cannot be read may hold packages. Make it readable, then run"
              + " again.");
    }
    return report;
  }

  /**
   * What can be served before all is generated, which is to follow. Nothing where there is not
   * enough to make it worth while.
   *
   * @throws IOException what is generated could not be written
   */
  Optional<Preview> preview() throws IOException {
    List<Path> roots = packages.roots().stream().filter(Files::exists).toList();
    Generator.requireWritable(options(packages, roots, folder));
    try {
      return Preview.of(ahead -> options(packages, roots, ahead), progress);
    } catch (IOException failed) {
      // If it is the packages, generating says so, too.
      log.warn("nothing is served before all is generated: " + Failures.line(failed));
      return Optional.empty();
    }
  }

  private static GenerateOptions options(Packages packages, List<Path> roots, Path folder) {
    return new GenerateOptions(
        roots,
        folder,
        EnumSet.allOf(ArchiveFormat.class),
        ArchiveFormat.ZIP,
        /* replace= */ true,
        /* keepGoing= */ true,
        /* mayEmpty= */ true,
        new Intake(
            packages.validated(),
            packages.signed(),
            packages.workers().orElseGet(Intake.usual()::workers),
            /* caching= */ true),
        Optional.empty(),
        packages.pages(),
        // Its one reader is this server, which shows each generation as soon as it is there.
        new Retention(/* older= */ 1, Duration.ZERO),
        Optional.empty());
  }

  /** One list of folders may serve several machines, as with EPR. */
  private List<Path> existing(List<Path> roots) {
    List<Path> existing = roots.stream().filter(Files::exists).toList();
    for (Path root : roots) {
      if (!existing.contains(root)) {
        log.warn("there is no " + root);
      }
    }
    if (existing.isEmpty() && !roots.isEmpty()) {
      log.warn("no folder with packages exists");
    }
    return existing;
  }
}
