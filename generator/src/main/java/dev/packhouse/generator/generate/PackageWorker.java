package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.PublishedArchive;
import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.emit.RecordEmitter;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.emit.StageOutcome;
import dev.packhouse.generator.emit.VersionContent;
import dev.packhouse.generator.index.PackageIndexer;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.UnreadableFileException;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Takes valid packages through the stages after validation. Safe for any number of threads. */
final class PackageWorker implements PackagePass.Use {
  private final GenerateOptions options;
  private final RegistryEmitter emitter;
  private final PackageIndexer indexer;
  private final Deprecations deprecations;
  private final KnownPackages known;
  private final Queue<RawPackage.Source> nameless = new ConcurrentLinkedQueue<>();
  private final Consumer<Finding> findings;

  PackageWorker(
      GenerateOptions options,
      RegistryEmitter emitter,
      PackageIndexer indexer,
      Deprecations deprecations,
      KnownPackages known,
      Consumer<Finding> findings) {
    this.options = options;
    this.emitter = emitter;
    this.indexer = indexer;
    this.deprecations = deprecations;
    this.known = known;
    this.findings = findings;
  }

  /** What it was made from is the same, and it is published just so. */
  @Override
  public Optional<List<Finding>> unchanged(FoundPackage candidate) throws IOException {
    Optional<KnownPackage> same =
        known
            .get(candidate.source())
            .filter(it -> it.deprecated().equals(deprecations.find(it.id().name())));
    Optional<PublishedVersion> published =
        same.flatMap(
            it -> emitter.published(it.id()).filter(now -> now.digest().equals(it.published())));
    if (published.isEmpty() || !indexer.canKeep() || !emitter.keep(published.get())) {
      return Optional.empty();
    }
    indexer.keep(published.get().id());
    return same.map(KnownPackage::findings);
  }

  /** Gives whether the next registry has the package with this content. */
  @Override
  public boolean valid(FoundPackage candidate, RawPackage raw, Validation.Accepted accepted)
      throws IOException {
    RegistryPackage valid = accepted.accepted();
    StageOutcome outcome = emitter.stage(VersionParts.source(raw, valid.id()));
    if (outcome instanceof StageOutcome.Changed(var _, VersionContent before)
        && !options.replace()) {
      findings.accept(changed(raw, valid));
      keep(before);
      return false;
    }
    Optional<ObjectNode> deprecated = deprecations.find(valid.id().name());
    PublishedVersion published = add(valid, outcome.content(), deprecated);
    known.learn(candidate, accepted.findings(), deprecated, published);
    return true;
  }

  /** What was published of it before stays, as with one that changed. */
  @Override
  public void refused(FoundPackage candidate) throws IOException {
    Optional<PackageId> id =
        candidate
            .version()
            .flatMap(text -> SemanticVersion.parseStrict(text).toOptional())
            .flatMap(version -> candidate.name().map(name -> new PackageId(name, version)));
    Optional<PublishedVersion> published = id.flatMap(emitter::published);
    if (published.isPresent()) {
      keep(published.get().content());
    } else if (id.isEmpty()) {
      nameless.add(candidate.source());
    }
  }

  /**
   * What was published from a place stays, too, if nobody can read any more which package lies
   * there, and it is nowhere else. To be called when all packages are done.
   */
  void keepNameless() throws IOException {
    for (RawPackage.Source source : nameless) {
      Optional<PublishedVersion> published =
          known
              .publishedFrom(source)
              .filter(id -> !emitter.isAdded(id))
              .flatMap(emitter::published);
      if (published.isPresent()) {
        keep(published.get().content());
      }
    }
  }

  /** The published version stays in the registry: its record is made of its published files. */
  private void keep(VersionContent published) throws IOException {
    Path files = options.out().resolve(published.files());
    try (RawPackage raw =
        PackageReader.read(new RawPackage.Source.Folder(files.toString(), files))) {
      Validation validation = PackageValidator.validate(raw, options.intake().strictness());
      if (validation instanceof Validation.Accepted(RegistryPackage valid, var _)) {
        add(valid, published, deprecations.find(valid.id().name()));
      } else {
        validation.findings().forEach(findings);
      }
    } catch (UnreadableFileException broken) {
      // What cannot be read here is the registry, not the package.
      throw new IOException(broken.getMessage(), broken.getCause());
    }
  }

  private PublishedVersion add(
      RegistryPackage valid, VersionContent content, Optional<ObjectNode> deprecated)
      throws IOException {
    PublishedArchive download =
        content.find(options.download()).orElseGet(() -> content.archives().getFirst());
    RecordEmitter.Records records =
        RecordEmitter.records(valid, deprecated, download.format(), download.signed());
    PublishedVersion published = emitter.add(content, records.full());
    indexer.add(VersionParts.indexed(valid, records, content.base(), published.recordBase()));
    return published;
  }

  private static Finding changed(RawPackage raw, RegistryPackage valid) {
    return new Finding(
        Severity.ERROR,
        "package.version.changed",
        raw.source().display(),
        Optional.empty(),
        valid.id().name()
            + " "
            + valid.id().version().text()
            + " is published with other content, and clients keep what they have.",
        "Give it a new version, or publish with --replace.");
  }
}
