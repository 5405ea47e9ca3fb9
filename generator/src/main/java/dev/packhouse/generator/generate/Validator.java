package dev.packhouse.generator.generate;

import dev.packhouse.generator.excuse.Excused;
import dev.packhouse.generator.excuse.Judged;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.UnreadableFileException;
import dev.packhouse.generator.read.DocumentCache;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Validates packages, and writes nothing. */
public final class Validator {
  private final Profile.Check check;
  private final Intake intake;
  private final DocumentCache cache;
  private final ExcuseSources.Opened sources;
  private final Set<Finding> findings = new ConcurrentSkipListSet<>();
  private final Set<Excused> excused = new ConcurrentSkipListSet<>();
  private final AtomicInteger good = new AtomicInteger();

  private Validator(Profile profile, Intake intake, ExcuseSources.Opened sources) {
    check = profile.check();
    this.intake = intake;
    cache = intake.cache();
    this.sources = sources;
  }

  /**
   * Looks at every package below the roots. Whoever names a path believes that there is one in it,
   * so a path without is an error.
   *
   * @throws IOException if a root is missing, or neither a folder nor a zip; what cannot be read
   *     below one is a finding
   */
  public static RunReport run(ValidateOptions options, Progress progress) throws IOException {
    ExcuseSources.Opened sources = options.excuses().open(options.roots());
    Validator validator = new Validator(options.profile(), options.intake(), sources);
    return validator.run(options.roots(), progress);
  }

  private RunReport run(List<Path> roots, Progress progress) throws IOException {
    PackagePass pass = PackagePass.over(roots, intake, KnownPackages.none());
    for (int root = 0; root < roots.size(); root++) {
      if (!pass.mayHavePackages(root)) {
        pass.add(missing(roots.get(root)));
      }
    }
    add(sources.excuses().judge(pass.findings()));
    List<FoundPackage> packages = pass.packages();
    progress.start(packages.size());
    Workers.forEach(
        intake.workers(),
        packages,
        candidate -> {
          validate(candidate.source());
          progress.step();
        });
    findings.addAll(sources.findings());
    findings.addAll(sources.excuses().leftovers());
    return new RunReport(
        List.copyOf(findings), List.copyOf(excused), packages.size(), good.get(), Optional.empty());
  }

  private void validate(RawPackage.Source source) throws IOException {
    try (RawPackage raw = PackageReader.read(source, cache)) {
      Judged judged = sources.excuses().judge(raw, check.findings(raw));
      add(judged);
      if (!judged.hasErrors()) {
        good.incrementAndGet();
      }
    } catch (UnreadableFileException unreadable) {
      add(sources.excuses().judge(List.of(unreadable.finding())));
    }
  }

  private void add(Judged judged) {
    findings.addAll(judged.open());
    excused.addAll(judged.excused());
  }

  private static Finding missing(Path root) {
    return new Finding(
        Severity.ERROR,
        "package.missing",
        root.toString(),
        Optional.empty(),
        "There is no package here, at any depth.",
        "Name a folder or zip that has a manifest.yml with format_version, name and version.");
  }
}
