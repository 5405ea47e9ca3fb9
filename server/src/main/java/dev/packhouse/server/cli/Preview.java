package dev.packhouse.server.cli;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RegistryPreview;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.serve.LateContents;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What is served while a registry is generated for the first time. Its folder goes with it. */
record Preview(RegistryPreview registry, TemporaryFolder folder)
    implements LateContents, Closeable {
  /** Fewer package versions are published within seconds, with all that belongs to them. */
  private static final int FEWEST = 200;

  /**
   * Reads packages, where there are enough of them.
   *
   * @param options of a run that publishes to the given folder
   */
  static Optional<Preview> of(Function<Path, GenerateOptions> options, Progress progress)
      throws IOException {
    TemporaryFolder folder = TemporaryFolder.create();
    Optional<RegistryPreview> registry = Optional.empty();
    try {
      registry = RegistryPreview.of(options.apply(folder.path()), FEWEST, progress);
    } finally {
      if (registry.isEmpty()) {
        folder.close();
      }
    }
    return registry.map(it -> new Preview(it, folder));
  }

  @Override
  public void make(String name, String version) throws IOException {
    Optional<SemanticVersion> parsed = SemanticVersion.parseStrict(version).toOptional();
    if (parsed.isPresent()) {
      registry.make(new PackageId(name, parsed.get()));
    }
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      registry.close();
    }
  }
}
