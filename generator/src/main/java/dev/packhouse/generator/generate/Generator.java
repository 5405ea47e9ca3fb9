package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.Listings;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.emit.RegistryListings;
import dev.packhouse.generator.index.IndexedRecords;
import dev.packhouse.generator.index.PackageIndexer;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.read.PackageFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Makes a registry of packages: reads, validates, stages and indexes each, then publishes all. */
public final class Generator {
  private Generator() {}

  /**
   * Runs once. Where errors are found nothing is published, unless the options say to keep going.
   *
   * @throws IOException if a root is missing, something cannot be read or written, or another
   *     generator writes to the same folder; what was published before is untouched
   */
  public static RunReport run(GenerateOptions options, Progress progress) throws IOException {
    PackageFinder.Found found = PackageFinder.find(options.roots());
    Selection selection = Selection.of(found.packages());
    Set<Finding> findings = new ConcurrentSkipListSet<>(found.findings());
    findings.addAll(selection.findings());
    try (RegistryEmitter emitter =
        RegistryEmitter.open(options.out(), options.archives(), Product.version())) {
      int accepted = stage(options, selection, emitter, findings, progress);
      boolean publishes = options.keepGoing() || findings.stream().noneMatch(Finding::isError);
      Optional<Publication> publication =
          publishes ? Optional.of(emitter.publish(listings(emitter))) : Optional.empty();
      return new RunReport(
          List.copyOf(findings), selection.selected().size(), accepted, publication);
    }
  }

  /** Gives how many packages are good. */
  private static int stage(
      GenerateOptions options,
      Selection selection,
      RegistryEmitter emitter,
      Set<Finding> findings,
      Progress progress)
      throws IOException {
    Deprecations deprecations = Deprecations.of(selection.selected());
    try (PackageIndexer indexer = PackageIndexer.create(emitter.stagedIndexFolder())) {
      PackageWorker worker = new PackageWorker(options, emitter, indexer, deprecations, findings);
      progress.start(selection.selected().size());
      Workers.forEach(
          selection.selected(),
          candidate -> {
            worker.process(candidate);
            progress.step();
          });
      indexer.finish();
      return worker.accepted();
    }
  }

  private static Listings listings(RegistryEmitter emitter) throws IOException {
    Path index = emitter.stagedIndexFolder();
    return RegistryListings.of(sink -> IndexedRecords.forEach(index, sink::accept));
  }
}
