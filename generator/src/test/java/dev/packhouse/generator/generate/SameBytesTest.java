package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SameBytesTest {
  @TempDir Path folder;

  @Test
  void givesTheSameBytesInOtherCircumstances() throws Exception {
    List<PackageFixture> fixtures = new ArrayList<>();
    for (String name : List.of("a", "b", "i_titel")) {
      for (String version : List.of("1.0.0", "1.10.0", "2.0.0-beta.1")) {
        fixtures.add(
            PackageFixture.of(name, version)
                .manifest("categories: [security, iam]\n")
                .file("docs/I.md", "I")
                .file("docs/i.txt", "\u0131"));
      }
    }
    Path first = folder.resolve("first");
    for (PackageFixture fixture : fixtures) {
      fixture.folder(first);
    }
    Path second = folder.resolve("second");
    for (int i = 0; i < fixtures.size(); i++) {
      fixtures.reversed().get(i).folderAt(second.resolve("x%d/deep/y%d".formatted(9 - i, i)));
    }
    makeOld(second);
    assertThat(PublishedFiles.of(first).keySet()).isNotEqualTo(PublishedFiles.of(second).keySet());

    run(first, folder.resolve("one"));
    Process elsewhere =
        GenerateProcess.start(
            List.of(
                "-XX:ActiveProcessorCount=1",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR"),
            second,
            folder.resolve("two"));
    assertThat(elsewhere.waitFor()).isZero();

    assertThat(PublishedFiles.of(folder.resolve("two")))
        .hasSizeGreaterThan(9 * 8)
        .isEqualTo(PublishedFiles.of(folder.resolve("one")));
    assertThat(texts(folder.resolve("two"))).isNotEmpty().isEqualTo(texts(folder.resolve("one")));
  }

  /** What is stored of each document of the text index, in its order. */
  private static List<String> texts(Path out) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Directory directory = new MMapDirectory(out.resolve("generations/000001/text"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (int document = 0; document < reader.maxDoc(); document++) {
        reader
            .storedFields()
            .document(document)
            .forEach(field -> texts.add(field.name() + ": " + field.stringValue()));
      }
    }
    return texts;
  }

  static void run(Path packages, Path out) throws IOException {
    RunReport report =
        Generator.run(
            new GenerateOptions(
                List.of(packages),
                out,
                EnumSet.allOf(ArchiveFormat.class),
                ArchiveFormat.ZIP,
                false,
                false,
                /* mayEmpty= */ true,
                Intake.usual(),
                Optional.empty(),
                true,
                Retention.usual(),
                Optional.of(Instant.parse("2026-01-02T03:04:05Z"))),
            Progress.NONE);
    assertThat(report.publication()).as("%s", report.findings()).isPresent();
  }

  private static void makeOld(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
