package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.packhouse.generator.model.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
  private static final String LONG = "img/" + "a-long-name-".repeat(20) + ".svg";

  @TempDir Path out;

  @BeforeEach
  void publish() throws IOException {
    List<PackageFile> files =
        List.of(
            Sources.file("manifest.yml", "name: apache"),
            Sources.file("docs/README.md", "# Apache\n".repeat(1_000)),
            Sources.file("docs/über.md", "ü"),
            Sources.file(LONG, "<svg/>"));
    Runs.publish(out, VersionSource.ofFolder(Sources.id("apache", "1.0.0"), files));
  }

  @Test
  void hasOneTopFolderAndSortedEntries() throws IOException {
    List<String> names =
        List.of(
            "apache-1.0.0/",
            "apache-1.0.0/docs/",
            "apache-1.0.0/docs/README.md",
            "apache-1.0.0/docs/über.md",
            "apache-1.0.0/img/",
            "apache-1.0.0/" + LONG,
            "apache-1.0.0/manifest.yml");

    assertThat(ArchiveReader.zipEntries(zip()))
        .extracting(ZipArchiveEntry::getName)
        .isEqualTo(names);
    assertThat(ArchiveReader.tarEntries(tarGz()))
        .extracting(TarArchiveEntry::getName)
        .isEqualTo(names);
  }

  @Test
  void hasFixedTimesModesAndNoExtraFieldsInTheZip() throws IOException {
    for (ZipArchiveEntry entry : ArchiveReader.zipEntries(zip())) {
      assertThat(entry.getUnixMode()).isEqualTo(entry.isDirectory() ? 040755 : 0100644);
      assertThat(entry.getExtra()).as(entry.getName()).isEmpty();
      assertThat(entry.getGeneralPurposeBit().usesDataDescriptor()).isFalse();
      assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T00:00:00");
    }
  }

  @Test
  void hasFixedTimesModesAndOwnersInTheTar() throws IOException {
    for (TarArchiveEntry entry : ArchiveReader.tarEntries(tarGz())) {
      assertThat(entry.getMode()).isEqualTo(entry.isDirectory() ? 040755 : 0100644);
      assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("1980-01-01T00:00:00Z");
      assertThat(entry.getLongUserId()).isZero();
      assertThat(entry.getLongGroupId()).isZero();
      assertThat(entry.getUserName()).isEmpty();
      assertThat(entry.getGroupName()).isEmpty();
    }
  }

  @Test
  void hasAGzipHeaderWithoutTimeNameAndSystem() throws IOException {
    assertThat(Files.readAllBytes(tarGz())).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  }

  @Test
  void passesTheChecksOfUsualTools() throws Exception {
    assertThat(run("unzip", "-tqq", zip().toString())).isZero();
    assertThat(run("tar", "-tzf", tarGz().toString())).isZero();
    assertThat(run("gzip", "-t", tarGz().toString())).isZero();
    assertThat(run("sha256sum", "-c", zip().getFileName() + ".sha256")).isZero();
    assertThat(run("sha256sum", "-c", tarGz().getFileName() + ".sha256")).isZero();
  }

  private int run(String... command) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin", command[0])), command[0] + " is missing");
    return new ProcessBuilder(command)
        .directory(zip().resolveSibling("").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  private Path zip() {
    return out.resolve("epr/apache/apache-1.0.0.zip");
  }

  private Path tarGz() {
    return out.resolve("epr/apache/apache-1.0.0.tar.gz");
  }
}
