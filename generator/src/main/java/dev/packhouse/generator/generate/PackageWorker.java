package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.emit.RecordEmitter;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.emit.StageOutcome;
import dev.packhouse.generator.emit.VersionSource;
import dev.packhouse.generator.index.PackageIndexer;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes one package through all stages. Safe for any number of threads. */
final class PackageWorker {
  private final GenerateOptions options;
  private final RegistryEmitter emitter;
  private final PackageIndexer indexer;
  private final Deprecations deprecations;
  private final Set<Finding> findings;
  private final RecordEmitter records;
  private final AtomicInteger accepted = new AtomicInteger();

  PackageWorker(
      GenerateOptions options,
      RegistryEmitter emitter,
      PackageIndexer indexer,
      Deprecations deprecations,
      Set<Finding> findings) {
    this.options = options;
    this.emitter = emitter;
    this.indexer = indexer;
    this.deprecations = deprecations;
    this.findings = findings;
    records = new RecordEmitter(options.download());
  }

  int accepted() {
    return accepted.get();
  }

  void process(FoundPackage candidate) throws IOException {
    try (RawPackage raw = PackageReader.read(candidate.source())) {
      Validation validation = PackageValidator.validate(raw);
      findings.addAll(validation.findings());
      if (validation instanceof Validation.Accepted(RegistryPackage good, var _)) {
        publish(raw, good);
      }
    }
  }

  private void publish(RawPackage raw, RegistryPackage good) throws IOException {
    VersionSource source = source(raw, good);
    StageOutcome outcome = emitter.stage(source);
    if (outcome instanceof StageOutcome.Changed && !options.replace()) {
      findings.add(changed(raw, good));
      return;
    }
    accepted.incrementAndGet();
    boolean signed =
        options.archives().contains(ArchiveFormat.ZIP)
            && source.zip().flatMap(VersionSource.Zip::signature).isPresent();
    RecordEmitter.Records written =
        records.records(good, deprecations.find(good.id().name()), signed);
    PublishedVersion published = emitter.add(outcome.content(), written.full());
    indexer.add(indexed(good, written, published));
  }

  private static VersionSource source(RawPackage raw, RegistryPackage good) {
    Optional<VersionSource.Zip> zip =
        switch (raw.source()) {
          case RawPackage.Source.Folder _ -> Optional.empty();
          case RawPackage.Source.Zip from ->
              Optional.of(new VersionSource.Zip(from.path(), from.signature()));
        };
    return new VersionSource(good.id(), raw.files().values().stream().toList(), zip);
  }

  private static IndexedPackage indexed(
      RegistryPackage good, RecordEmitter.Records written, PublishedVersion published) {
    return new IndexedPackage(
        good.id(),
        good.type(),
        good.formatVersion(),
        good.isExperimental(),
        good.condition("kibana"),
        good.condition("agent"),
        good.capabilities(),
        good.discovery("fields"),
        good.discovery("datasets"),
        good.categories(),
        good.templateCategories(),
        written.search(),
        published.content().base(),
        published.recordBase());
  }

  private static Finding changed(RawPackage raw, RegistryPackage good) {
    return new Finding(
        Severity.ERROR,
        "package.version.changed",
        raw.source().display(),
        Optional.empty(),
        good.id().name()
            + " "
            + good.id().version().text()
            + " is published with other content, and clients keep what they have.",
        "Give it a new version, or publish with --replace.");
  }
}
