package dev.packhouse.server.cli;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RegistryPreview;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.serve.LateRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** What is served while a registry is generated for the first time. Its folder goes with it. */
final class Preview implements LateRegistry, Closeable {
  /** Fewer package versions are published within seconds, with all that belongs to them. */
  private static final int FEWEST = 200;

  private final RegistryPreview registry;
  private final TemporaryFolder folder;
  private final boolean pages;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Preview(RegistryPreview registry, TemporaryFolder folder, boolean pages) {
    this.registry = registry;
    this.folder = folder;
    this.pages = pages;
  }

  /**
   * Reads packages, where there are enough of them.
   *
   * @param run the options of a run that publishes to the given folder
   */
  static Optional<Preview> of(Function<Path, GenerateOptions> run, Progress progress)
      throws IOException {
    TemporaryFolder folder = TemporaryFolder.create();
    GenerateOptions options = run.apply(folder.path());
    Optional<RegistryPreview> registry = Optional.empty();
    try {
      registry = RegistryPreview.of(options, FEWEST, progress);
    } finally {
      if (registry.isEmpty()) {
        folder.close();
      }
    }
    return registry.map(it -> new Preview(it, folder, options.pages()));
  }

  /** The output folder. */
  Path folder() {
    return folder.path();
  }

  @Override
  public boolean make(String name, String version) throws IOException {
    Optional<SemanticVersion> parsed = SemanticVersion.parseStrict(version).toOptional();
    return parsed.isPresent() && registry.make(new PackageId(name, parsed.get()));
  }

  @Override
  public boolean hasPages() {
    return pages;
  }

  /** May be called again. */
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      try (folder) {
        registry.close();
      }
    }
  }
}
