package dev.packhouse.generator.generate;

import dev.packhouse.generator.excuse.Excused;
import dev.packhouse.generator.excuse.Judged;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import dev.packhouse.generator.read.DocumentCache;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageFinder;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One look at all packages below the roots: each is read and validated once, several at once. */
final class PackagePass {
  /** What is done with the packages; called by several threads. */
  interface Use {
    /** Gives the findings of a good package that need not be read, since that was done before. */
    Optional<List<Finding>> unchanged(FoundPackage candidate) throws IOException;

    /** Gives whether the package stays a good one. */
    boolean valid(FoundPackage candidate, RawPackage raw, Validation.Accepted accepted)
        throws IOException;

    void refused(FoundPackage candidate) throws IOException;
  }

  private final Set<Integer> rootsWithPackages;
  private final Set<Integer> unreadRoots;
  private final List<FoundPackage> packages;
  private final Intake intake;
  private final Optional<SpecCheck> spec;
  private final DocumentCache cache;
  private final Set<Finding> findings = new ConcurrentSkipListSet<>();
  private final Set<Excused> excused = new ConcurrentSkipListSet<>();

  private PackagePass(PackageFinder.Found found, Intake intake, Optional<SpecCheck> spec) {
    this.intake = intake;
    this.spec = spec;
    cache = intake.cache();
    Selection selection = Selection.of(found.packages());
    rootsWithPackages =
        found.packages().stream().map(FoundPackage::root).collect(Collectors.toUnmodifiableSet());
    unreadRoots = found.unread();
    packages = selection.selected();
    findings.addAll(found.findings());
    findings.addAll(selection.findings());
  }

  /**
   * Finds the packages, and reads nothing else of them yet.
   *
   * @param earlier tells of those that were found before and have not changed
   * @throws IOException if a root is missing, or neither a folder nor a zip
   */
  static PackagePass over(List<Path> roots, Intake intake, PackageFinder.Earlier earlier)
      throws IOException {
    return over(roots, intake, earlier, Optional.empty());
  }

  /**
   * The same for packages that have to keep to the spec.
   *
   * @param spec what holds them against it
   */
  static PackagePass over(
      List<Path> roots, Intake intake, PackageFinder.Earlier earlier, Optional<SpecCheck> spec)
      throws IOException {
    return new PackagePass(PackageFinder.find(roots, earlier), intake, spec);
  }

  /** Those that take part: one of each name and version. */
  List<FoundPackage> packages() {
    return packages;
  }

  /** Whether anything was found below the root of this number, or may be hidden there. */
  boolean mayHavePackages(int root) {
    return rootsWithPackages.contains(root) || unreadRoots.contains(root);
  }

  /** Whether it is known which packages there are: nothing that may hold some was unreadable. */
  boolean isWhole() {
    return unreadRoots.isEmpty();
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }

  /** All so far, sorted. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What does not count of what was found so far, sorted. */
  List<Excused> excused() {
    return List.copyOf(excused);
  }

  /** Gives how many of the packages are good. */
  int run(Progress progress, Use use) throws IOException {
    AtomicInteger good = new AtomicInteger();
    progress.start(packages.size());
    Workers.forEach(
        intake.workers(),
        packages,
        candidate -> {
          if (isGood(candidate, use)) {
            good.incrementAndGet();
          }
          progress.step();
        });
    return good.get();
  }

  private boolean isGood(FoundPackage candidate, Use use) throws IOException {
    Optional<Finding> unsigned = Unsigned.finding(candidate.source(), intake);
    unsigned.ifPresent(findings::add);
    Optional<List<Finding>> unchanged = use.unchanged(candidate);
    if (unchanged.isPresent()) {
      findings.addAll(unchanged.get());
      return true;
    }
    try (RawPackage raw = PackageReader.read(candidate.source(), cache)) {
      Validation validation = PackageValidator.validate(raw, intake.strictness());
      findings.addAll(validation.findings());
      if (keepsToSpec(raw, validation)
          && unsigned.isEmpty()
          && validation instanceof Validation.Accepted accepted) {
        return use.valid(candidate, raw, accepted);
      }
    } catch (UnreadableFileException unreadable) {
      findings.add(unreadable.finding());
    }
    use.refused(candidate);
    return false;
  }

  private boolean keepsToSpec(RawPackage raw, Validation validation) throws IOException {
    if (spec.isEmpty()) {
      return true;
    }
    Judged judged = spec.get().judge(raw, validation.findings());
    findings.addAll(judged.open());
    excused.addAll(judged.excused());
    return !judged.hasErrors();
  }
}
