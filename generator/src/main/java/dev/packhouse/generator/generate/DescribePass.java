package dev.packhouse.generator.generate;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.DescribedVersion;
import dev.packhouse.generator.describe.Description;
import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.emit.VersionContent;
import dev.packhouse.generator.index.IndexedRecords;
import dev.packhouse.generator.model.IndexedRecord;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.read.DocumentCache;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One look at all packages of a finished index, for everything that describes them. */
final class DescribePass {
  /** Names in memory at a time, with all their versions: enough for every worker to have some. */
  private static final int AT_ONCE = 64;

  private final RegistryEmitter emitter;
  private final int workers;
  private final DocumentCache cache;
  private final Progress progress;
  private final List<Description> descriptions;
  private final List<List<IndexedRecord>> names = new ArrayList<>();
  private List<IndexedRecord> oldestFirst = new ArrayList<>();

  private DescribePass(
      RegistryEmitter emitter, Intake intake, Progress progress, List<Description> descriptions) {
    this.emitter = emitter;
    this.progress = progress;
    this.descriptions = descriptions;
    workers = intake.workers();
    cache = intake.cache();
  }

  /**
   * Gives each package to all descriptions, and ends them.
   *
   * @param index whole, and of the versions that were added to the emitter
   */
  static void run(
      Path index,
      RegistryEmitter emitter,
      Intake intake,
      Progress progress,
      List<Description> descriptions)
      throws IOException {
    DescribePass pass = new DescribePass(emitter, intake, progress, List.copyOf(descriptions));
    IndexedRecords.forEach(index, pass::accept);
    pass.endName();
    pass.describe();
    for (Description description : descriptions) {
      progress.proceed();
      description.finish();
    }
  }

  private void accept(IndexedRecord version) throws IOException {
    if (!oldestFirst.isEmpty() && !oldestFirst.getLast().name().equals(version.name())) {
      endName();
    }
    oldestFirst.add(version);
  }

  private void endName() throws IOException {
    if (!oldestFirst.isEmpty()) {
      names.add(oldestFirst.reversed());
      oldestFirst = new ArrayList<>();
    }
    if (names.size() >= AT_ONCE) {
      describe();
    }
  }

  private void describe() throws IOException {
    Workers.forEach(workers, names, this::describe);
    names.clear();
  }

  private void describe(List<IndexedRecord> newestFirst) throws IOException {
    progress.proceed();
    List<DescribedVersion> versions = newestFirst.stream().map(this::version).toList();
    DescribedVersion shown =
        versions.stream()
            .filter(version -> version.indexed().listed())
            .findFirst()
            .orElseGet(versions::getFirst);
    PublishedVersion published = emitter.added(shown.id());
    Path folder = emitter.filesNow(published.content());
    try (RawPackage files =
        PackageReader.read(new RawPackage.Source.Folder(shown.files(), folder), cache)) {
      DescribedPackage described =
          new DescribedPackage(
              shown.indexed().name(), versions, shown, emitter.recordNow(published), files);
      for (Description description : descriptions) {
        description.add(described);
      }
    }
  }

  private DescribedVersion version(IndexedRecord indexed) {
    PackageId id = id(indexed);
    PublishedVersion added = emitter.added(id);
    VersionContent content = added.content();
    List<Download> downloads =
        content.archives().stream()
            .map(
                archive ->
                    new Download(
                        archive.format(),
                        content.archive(archive.format()),
                        archive.size(),
                        archive.sha256(),
                        archive.signed()))
            .toList();
    return new DescribedVersion(id, added.digest(), indexed, content.files(), downloads);
  }

  private static PackageId id(IndexedRecord indexed) {
    return switch (SemanticVersion.parseStrict(indexed.version())) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion version) ->
          new PackageId(indexed.name(), version);
      case ParseResult.Rejected<SemanticVersion>(String reason) ->
          throw new IllegalStateException("an indexed version is none: " + reason);
    };
  }
}
