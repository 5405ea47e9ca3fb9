package dev.packhouse.generator.generate;

import dev.packhouse.generator.describe.Description;
import dev.packhouse.generator.emit.Listings;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.emit.RegistryListings;
import dev.packhouse.generator.feed.Feeds;
import dev.packhouse.generator.index.IndexedRecords;
import dev.packhouse.generator.index.PackageIndexer;
import dev.packhouse.generator.index.TextIndexer;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.ui.Catalogue;
import dev.packhouse.generator.validate.SpecValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a registry of packages: reads, validates, stages and indexes each, then publishes all. */
public final class Generator {
  private Generator() {}

  /**
   * Runs once. Where errors are found nothing is published, unless the options say to keep going
   * and it is known which packages there are.
   *
   * @throws IOException if a root is missing, something cannot be written, what is published cannot
   *     be read, or another generator writes to the same folder; what was published before is
   *     untouched
   */
  public static RunReport run(GenerateOptions options, Progress progress) throws IOException {
    return run(options, progress, KnownPackages.none());
  }

  /**
   * Looks whether a run could write to its output folder, which is made if it is missing.
   *
   * @throws IOException it could not, or another generator writes there
   */
  public static void requireWritable(GenerateOptions options) throws IOException {
    open(options).close();
  }

  /**
   * Runs as one of several in this process.
   *
   * @param known what those before learnt, to which this one adds
   */
  public static RunReport run(GenerateOptions options, Progress progress, KnownPackages known)
      throws IOException {
    known.look(options.intake().workers());
    Optional<SpecCheck> spec = spec(options);
    PackagePass pass = PackagePass.over(options.roots(), options.intake(), known, spec);
    spec.ifPresent(it -> it.sources().findings().forEach(pass::add));
    try (RegistryEmitter emitter = open(options)) {
      Optional<Path> index = emitter.currentIndexFolder().filter(IndexedRecords::isWhole);
      Optional<Path> texts = emitter.currentTextFolder().filter(TextIndexer::isWhole);
      if (index.isEmpty() || texts.isEmpty()) {
        emitter.renew();
      }
      if (options.pages() != emitter.hasFile(GenerationPages.pathOf(RegistryLayout.FIRST_PAGE))) {
        emitter.renew();
      }
      // Texts hang on this program as well as on packages; --rehash makes all of them anew.
      boolean keepsTexts = emitter.isOwnWork() && !known.isEmpty();
      Optional<Path> earlierTexts = texts.filter(_ -> keepsTexts);
      int good;
      boolean publishes;
      try (PackageIndexer indexer =
          PackageIndexer.create(
              emitter.stagedIndexFolder(), index.filter(_ -> emitter.isOwnWork()))) {
        good = stage(options, pass, emitter, indexer, spec, progress, known);
        spec.ifPresent(it -> it.sources().excuses().leftovers().forEach(pass::add));
        // What cannot be read may hold what is published: leaving it out would take that away.
        boolean isAllowed = (options.keepGoing() && pass.isWhole()) || !pass.hasErrors();
        boolean isSpared = isAllowed && !options.mayEmpty() && emitter.isEmptied();
        if (isSpared) {
          pass.add(emptied(options.out()));
        }
        publishes = isAllowed && !isSpared;
        if (publishes && emitter.isChanged()) {
          indexer.finish();
          describe(options, emitter, progress, earlierTexts);
        }
      }
      Optional<Publication> publication =
          publishes ? Optional.of(publish(options, emitter, known)) : Optional.empty();
      return new RunReport(
          pass.findings(), pass.excused(), pass.packages().size(), good, publication);
    }
  }

  /** What is most often meant by that is another folder of packages. */
  private static Finding emptied(Path out) {
    return new Finding(
        Severity.ERROR,
        RunReport.EMPTIED,
        out.toString(),
        Optional.empty(),
        "Every package that is published here would go, and none would come.",
        "Name the folder of your packages with --packages, and mend those that have errors. To"
            + " publish an empty registry, give --allow-empty.");
  }

  private static RegistryEmitter open(GenerateOptions options) throws IOException {
    return RegistryEmitter.open(
        options.out(), options.archives(), Product.version(), options.retention(), options.now());
  }

  private static Optional<SpecCheck> spec(GenerateOptions options) throws IOException {
    return options.spec().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SpecCheck(options.spec().get().open(options.roots()), new SpecValidator()));
  }

  /** Gives how many packages are good. */
  private static int stage(
      GenerateOptions options,
      PackagePass pass,
      RegistryEmitter emitter,
      PackageIndexer indexer,
      Optional<SpecCheck> spec,
      Progress progress,
      KnownPackages known)
      throws IOException {
    Deprecations deprecations = Deprecations.of(pass.packages(), options.intake(), spec);
    PackageWorker worker =
        new PackageWorker(options, emitter, indexer, deprecations, known, pass::add);
    int good = pass.run(progress, worker);
    worker.keepNameless();
    return good;
  }

  /** Writes what a generation says beside listings, index and records. */
  private static void describe(
      GenerateOptions options,
      RegistryEmitter emitter,
      Progress progress,
      Optional<Path> earlierTexts)
      throws IOException {
    try (TextIndexer text = TextIndexer.create(emitter.stagedTextFolder(), earlierTexts)) {
      List<Description> descriptions = new ArrayList<>();
      descriptions.add(text);
      descriptions.add(
          new Feeds(
              emitter.firstPublications(),
              options.pages(),
              (path, feed) -> emitter.files().put(RegistryLayout.FEEDS + "/" + path, feed)));
      if (options.pages()) {
        descriptions.add(new Catalogue(new GenerationPages(emitter.files())));
      }
      DescribePass.run(
          emitter.stagedIndexFolder(), emitter, options.intake(), progress, descriptions);
    }
  }

  private static Publication publish(
      GenerateOptions options, RegistryEmitter emitter, KnownPackages known) throws IOException {
    Path index = emitter.stagedIndexFolder();
    Listings listings = RegistryListings.of(sink -> IndexedRecords.forEach(index, sink::accept));
    Publication publication = emitter.publish(listings);
    if (known.isKept()) {
      emitter.leave(
          RegistryLayout.KNOWN_PACKAGES,
          out -> KnownPackagesFile.write(options, known.learnt(), out));
    }
    return publication;
  }
}
