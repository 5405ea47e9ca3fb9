package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.Retention;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.synthetic.SyntheticPackage;
import dev.packhouse.generator.synthetic.SyntheticRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Stages one version of the size that packages usually have, 70 files of 10 kB, with one archive:
 * its files are written beside it, as they are when a registry is generated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ArchiveBenchmark {
  private static final int FILES = 70;
  private static final int BYTES = 10_000;
  private static final Path MEMORY = Path.of("/dev/shm");

  @Param({"ZIP", "TAR_GZ"})
  public ArchiveFormat format = ArchiveFormat.ZIP;

  private final VersionSource source = VersionSource.ofFolder(id(), files());
  private Path out = Path.of("");

  @Setup
  public void makeFolder() throws IOException {
    out =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "packhouse")
            : Files.createTempDirectory("packhouse");
  }

  @TearDown
  public void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      all.sorted(Comparator.reverseOrder()).forEach(ArchiveBenchmark::delete);
    }
  }

  @Benchmark
  public StageOutcome stage() throws IOException {
    try (RegistryEmitter emitter =
        RegistryEmitter.open(out, Set.of(format), "benchmark", Retention.usual())) {
      return emitter.stage(source);
    }
  }

  private static PackageId id() {
    return new PackageId(
        "typical", SemanticVersion.parseStrict("1.0.0").toOptional().orElseThrow());
  }

  private static List<PackageFile> files() {
    String text =
        new SyntheticRegistry(FILES, 12 * FILES, 0, 1)
            .all()
            .flatMap(it -> it.packages().stream())
            .map(SyntheticPackage::files)
            .flatMap(it -> it.values().stream())
            .reduce("", String::concat);
    List<PackageFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = text.substring(i * BYTES, (i + 1) * BYTES).getBytes(StandardCharsets.UTF_8);
      files.add(
          new PackageFile(
              "folder" + i % 9 + "/file" + i + ".yml",
              bytes.length,
              () -> new ByteArrayInputStream(bytes)));
    }
    return files;
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
