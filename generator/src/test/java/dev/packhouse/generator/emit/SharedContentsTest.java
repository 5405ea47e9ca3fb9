package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.PackageFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that have files in common, small ones and some that are spliced into the tar. */
final class SharedContentsTest {
  private static final byte[] SMALL = "The same in all.".getBytes(StandardCharsets.UTF_8);
  private static final byte[] IMAGE = noise(3 * DeflatedContents.LEAST_SPLICED);

  @TempDir Path folder;

  @Test
  void areStoredOnce() throws IOException {
    Path out = publish("out", new UnsyncedOperations());

    assertThat(identity(out, "1.0.0", "img/a.png"))
        .isEqualTo(identity(out, "1.0.0", "img/b.png"))
        .isEqualTo(identity(out, "2.0.0", "img/a.png"))
        .isNotEqualTo(identity(out, "1.0.0", "docs/README.md"));
    assertThat(identity(out, "1.0.0", "docs/README.md"))
        .isEqualTo(identity(out, "2.0.0", "docs/README.md"));
    assertThat(identity(out, "1.0.0", "manifest.yml"))
        .isNotEqualTo(identity(out, "2.0.0", "manifest.yml"));
  }

  @Test
  void areCopiedWhereAFileCanHaveNoMoreLinks() throws IOException {
    AtomicInteger links = new AtomicInteger();
    Path out =
        publish(
            "out",
            new UnsyncedOperations() {
              @Override
              boolean link(Path existing, Path link) throws IOException {
                return links.incrementAndGet() % 2 == 0 && super.link(existing, link);
              }
            });

    assertThat(links).hasValueGreaterThan(2);
    assertThat(identity(out, "1.0.0", "img/a.png"))
        .isNotEqualTo(identity(out, "1.0.0", "img/b.png"));
    assertThat(RegistryReader.current(out))
        .isEqualTo(RegistryReader.current(publish("linked", new UnsyncedOperations())));
  }

  @Test
  void areTheSameInTheArchivesOfAll() throws IOException {
    Path out = publish("out", new UnsyncedOperations());

    for (String version : List.of("1.0.0", "2.0.0")) {
      Path archive = out.resolve("epr/shared/shared-" + version);
      String top = "shared-" + version + "/";
      for (String path : List.of("img/a.png", "img/b.png", "zzz/last.png")) {
        assertThat(ArchiveReader.zipFiles(Path.of(archive + ".zip")))
            .containsEntry(top + path, latin1(IMAGE));
        assertThat(ArchiveReader.tarFiles(Path.of(archive + ".tar.gz")))
            .containsEntry(top + path, latin1(IMAGE));
      }
    }
  }

  @Test
  void leaveNothingBehindOfWhatOnlyTheRunNeeded() throws IOException {
    assertThat(publish("out", new UnsyncedOperations()).resolve(".staging")).doesNotExist();
  }

  @Test
  void mayBeTooLargeForMemory() throws IOException {
    byte[] large = Arrays.copyOf(noise(HeldFile.LARGEST + 1), HeldFile.LARGEST + 100_000);
    Path out = folder.resolve("out");
    Runs.publish(
        out,
        VersionSource.ofFolder(
            Sources.id("shared", "1.0.0"),
            List.of(
                Sources.file("a.bin", SMALL),
                Sources.file("img/large.bin", large),
                Sources.file("z.bin", SMALL))));

    Path zip = out.resolve("epr/shared/shared-1.0.0.zip");
    assertThat(ArchiveReader.zipFiles(zip))
        .containsEntry("shared-1.0.0/img/large.bin", latin1(large))
        .containsEntry("shared-1.0.0/z.bin", latin1(SMALL));
    assertThat(ArchiveReader.tarFiles(out.resolve("epr/shared/shared-1.0.0.tar.gz")))
        .containsEntry("shared-1.0.0/img/large.bin", latin1(large))
        .containsEntry("shared-1.0.0/z.bin", latin1(SMALL));
    assertThat(out.resolve("package/shared/1.0.0/img/large.bin")).hasBinaryContent(large);
    for (ZipArchiveEntry entry : ArchiveReader.zipEntries(zip)) {
      assertThat(entry.getGeneralPurposeBit().usesDataDescriptor()).isFalse();
      assertThat(entry.getExtra()).as(entry.getName()).isEmpty();
    }
    try (var beside = Files.list(zip.resolveSibling(""))) {
      assertThat(beside).hasSize(4);
    }
  }

  private Path publish(String name, FileOperations operations) throws IOException {
    Path out = folder.resolve(name);
    Runs.publish(out, Runs.BOTH, operations, "record", version("1.0.0"), version("2.0.0"));
    return out;
  }

  private static VersionSource version(String version) {
    return VersionSource.ofFolder(
        Sources.id("shared", version),
        List.of(
            Sources.file("manifest.yml", "version: " + version),
            Sources.file("docs/README.md", SMALL),
            image("img/a.png"),
            image("img/b.png"),
            image("zzz/last.png")));
  }

  private static PackageFile image(String path) {
    return new PackageFile(path, IMAGE.length, () -> new ByteArrayInputStream(IMAGE));
  }

  private static Object identity(Path out, String version, String path) throws IOException {
    Path file = out.resolve("package/shared").resolve(version).resolve(path);
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
