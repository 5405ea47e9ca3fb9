package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproducibilityTest {
  private static final Map<String, String> FILES =
      Map.of(
          "manifest.yml",
          "name: apache\n",
          "docs/README.md",
          "# Apache\n".repeat(5_000),
          "docs/über/日本語.md",
          "text",
          "img/" + "long".repeat(40) + ".svg",
          "<svg/>",
          "empty",
          "");

  @TempDir Path folder;

  @Test
  void givesTheSameBytesAndModesUnderOtherCircumstances() throws Exception {
    Path first =
        input(
            "first",
            "2001-02-03T04:05:06Z",
            "rw-r--r--",
            FILES.keySet().stream().sorted().toList());
    Path second =
        input(
            "second",
            "2033-11-12T13:14:15Z",
            "rwx------",
            FILES.keySet().stream().sorted(Collections.reverseOrder()).toList());
    assertThat(Files.getLastModifiedTime(first.resolve("manifest.yml")))
        .isNotEqualTo(Files.getLastModifiedTime(second.resolve("manifest.yml")));
    assertThat(RegistryReader.treeWithModes(first))
        .isNotEqualTo(RegistryReader.treeWithModes(second));

    Path one = publish(first, "umask 022", "-Duser.timezone=UTC", "-Duser.language=en");
    Path two =
        publish(
            second,
            "umask 077",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.name=somebody-else");

    assertThat(RegistryReader.treeWithModes(two)).isEqualTo(RegistryReader.treeWithModes(one));
  }

  @Test
  void givesTheSameBytesInAnyOrder() throws IOException {
    List<PackageFile> files = new ArrayList<>();
    FILES.forEach((path, content) -> files.add(Sources.file(path, content)));
    List<PackageFile> reversed = files.reversed();
    assertThat(reversed).isNotEqualTo(files);

    Runs.publish(
        folder.resolve("one"),
        VersionSource.ofFolder(Sources.id("a", "1.0.0"), files),
        Sources.version("b", "1.0.0", "b"));
    Runs.publish(
        folder.resolve("two"),
        Sources.version("b", "1.0.0", "b"),
        VersionSource.ofFolder(Sources.id("a", "1.0.0"), reversed));

    assertThat(RegistryReader.treeWithModes(folder.resolve("two")))
        .isEqualTo(RegistryReader.treeWithModes(folder.resolve("one")));
  }

  @Test
  void givesTheSameBytesFromAnyNumberOfThreads() throws Exception {
    stageWith(1, folder.resolve("one"));
    stageWith(8, folder.resolve("eight"));

    assertThat(RegistryReader.treeWithModes(folder.resolve("eight")))
        .isEqualTo(RegistryReader.treeWithModes(folder.resolve("one")));
  }

  private static void stageWith(int threads, Path out) throws Exception {
    try (RegistryEmitter run = Runs.open(out);
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<PublishedVersion>> versions =
          IntStream.range(0, 40)
              .mapToObj(n -> Sources.version("p" + n % 7, n + ".0.0", "text ".repeat(n)))
              .map(source -> workers.submit(() -> stage(run, source)))
              .toList();
      for (Future<PublishedVersion> version : versions) {
        version.get();
      }
      run.publish(Runs.listings("same"));
    }
  }

  private static PublishedVersion stage(RegistryEmitter run, VersionSource source)
      throws IOException {
    VersionContent content = run.stage(source).content();
    return run.add(content, Runs.record(content, "record"));
  }

  private Path publish(Path input, String umask, String... options) throws Exception {
    Path out = folder.resolve("out-of-" + input.getFileName());
    Process process =
        EmitProcess.start(umask, List.of(options), "publish", out.toString(), input.toString());
    assertThat(process.waitFor()).isZero();
    return out;
  }

  private Path input(String name, String time, String mode, List<String> order) throws IOException {
    Path input = folder.resolve(name);
    Map<String, String> files = new LinkedHashMap<>();
    order.forEach(path -> files.put(path, FILES.getOrDefault(path, "")));
    Sources.write(input, files);
    for (String path : order) {
      Files.setPosixFilePermissions(input.resolve(path), PosixFilePermissions.fromString(mode));
      Files.setLastModifiedTime(input.resolve(path), FileTime.from(Instant.parse(time)));
    }
    return input;
  }
}
