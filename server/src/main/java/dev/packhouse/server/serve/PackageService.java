package dev.packhouse.server.serve;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.config.ServerConfig.CacheTimes;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.observe.Tracer.Work;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.search.StoredVersion;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import java.io.IOException;
import java.util.Optional;

/** Records, files and archives of package versions. */
final class PackageService {
  private static final Answer INVALID_VERSION = Answer.error(ErrorCode.INVALID_VERSION);
  private static final Answer NO_REVISION = Answer.error(ErrorCode.UNKNOWN_PACKAGE);
  private static final Answer NO_ARTIFACT = Answer.error(ErrorCode.UNKNOWN_ARCHIVE);

  private final RegistrySearch search;
  private final PublicFolder folder;
  private final Optional<LateRegistry> late;
  private final CacheTimes cacheTimes;
  private final Tracer tracer;
  private final FileRepresentations files = new FileRepresentations();

  /**
   * @param late makes what is not there yet
   */
  PackageService(
      RegistrySearch search,
      PublicFolder folder,
      Optional<LateRegistry> late,
      CacheTimes cacheTimes,
      Tracer tracer) {
    this.search = search;
    this.folder = folder;
    this.late = late;
    this.cacheTimes = cacheTimes;
    this.tracer = tracer;
  }

  Outcome answer(Route.PackageRecord route) throws IOException {
    return tracer.trace(Work.FIND_FILE, () -> record(route));
  }

  Outcome answer(Route.PackageFile route) throws IOException {
    return tracer.trace(Work.FIND_FILE, () -> file(route));
  }

  Outcome answer(Route.Archive route) throws IOException {
    return tracer.trace(Work.FIND_FILE, () -> archive(route));
  }

  private Outcome record(Route.PackageRecord route) throws IOException {
    if (!isStrict(route.version())) {
      return INVALID_VERSION;
    }
    Optional<StoredVersion> stored = search.find(route.name(), route.version());
    Optional<PublishedFile> file =
        stored.isEmpty() ? Optional.empty() : folder.find(stored.get().record());
    return file.isEmpty() ? NO_REVISION : files.file(file.get(), cacheTimes.index());
  }

  private Outcome file(Route.PackageFile route) throws IOException {
    if (!isStrict(route.version())) {
      return INVALID_VERSION;
    }
    Optional<StoredVersion> stored = search.find(route.name(), route.version());
    if (stored.isEmpty()) {
      return NO_REVISION;
    }
    if (!isThere(route.name(), route.version())) {
      return Missing.NOT_YET;
    }
    Optional<PublishedFile> file = folder.find(stored.get().files(), route.path());
    return file.isEmpty()
        ? Answer.missingFile(cacheTimes.catchAll())
        : files.file(file.get(), cacheTimes.catchAll());
  }

  private Outcome archive(Route.Archive route) throws IOException {
    if (!isStrict(route.version())) {
      return INVALID_VERSION;
    }
    Optional<StoredVersion> stored = search.find(route.name(), route.version());
    if (stored.isEmpty()) {
      return NO_ARTIFACT;
    }
    if (!isThere(route.name(), route.version())) {
      return Missing.NOT_YET;
    }
    Optional<PublishedFile> file = folder.find(stored.get().archiveStem() + "." + route.ending());
    return file.isEmpty() ? NO_ARTIFACT : files.archive(file.get(), cacheTimes.catchAll());
  }

  private boolean isThere(String name, String version) throws IOException {
    return late.isEmpty() || late.get().make(name, version);
  }

  private static boolean isStrict(String version) {
    return SemanticVersion.parseStrict(version) instanceof ParseResult.Parsed;
  }
}
