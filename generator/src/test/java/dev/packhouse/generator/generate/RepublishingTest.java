package dev.packhouse.generator.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a later run does with what an earlier one published. */
final class RepublishingTest {
  @TempDir private Path folder;

  @BeforeEach
  void publishTwoPackages() throws IOException {
    PackageFixture.of("a", "1.0.0").manifest("conditions.kibana.version: ^8.0.0\n").zip(packages());
    PackageFixture.of("b", "1.0.0").file("img/icon.svg", "<svg/>").folder(packages());
    run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsAPublishedVersionWhoseInputChangedWhenItKeepsGoing(boolean zip) throws IOException {
    String name = zip ? "a" : "b";
    Map<String, String> before = PublishedFiles.of(out());
    PackageFixture changed = PackageFixture.of(name, "1.0.0").file("docs/README.md", "other");
    Path input = zip ? changed.zip(packages()) : changed.folder(packages());
    PackageFixture.of("c", "1.0.0").folder(packages());

    RunReport report = run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, true);

    assertThat(report.findings())
        .extracting(Finding::code, Finding::file)
        .containsExactly(tuple("package.version.changed", input.toString()));
    assertThat(report.publication()).contains(new Publication.Switched("000002"));
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(text("search-all.json"))
        .contains("\"name\":\"a\"", "\"name\":\"b\"", "\"name\":\"c\"", "^8.0.0");
    assertThat(PublishedFiles.of(out()))
        .containsAllEntriesOf(startingWith(before, "package/", "epr/", "records/"));
  }

  @Test
  void keepsAPublishedVersionWhoseInputIsBadNowAsOftenAsItRuns() throws IOException {
    Map<String, String> before = PublishedFiles.of(out());
    PackageFixture.of("b", "1.0.0")
        .without("docs/README.md")
        .manifest("type: [1]\n")
        .folder(packages());
    Files.delete(packages().resolve("b/1.0.0/docs/README.md"));

    for (int run = 0; run < 2; run++) {
      RunReport report = run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, true);

      assertThat(report.hasErrors()).isTrue();
      assertThat(report.publication()).contains(new Publication.AlreadyCurrent("000001"));
      assertThat(PublishedFiles.of(out())).isEqualTo(before);
    }
  }

  @Test
  void namesTheArchiveThatAKeptVersionHas() throws IOException {
    Path out = folder.resolve("zips");
    run(out, Set.of(ArchiveFormat.ZIP), ArchiveFormat.ZIP, false);
    PackageFixture.of("b", "1.0.0").file("docs/README.md", "other").folder(packages());

    run(out, EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.TAR_GZ, true);

    assertThat(Files.readString(out.resolve("search.json")))
        .contains("/epr/a/a-1.0.0.tar.gz", "/epr/b/b-1.0.0.zip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package/b/1.0.0/img/icon.svg",
        "package/a/1.0.0/manifest.yml",
        "epr/a/a-1.0.0.zip",
        "epr/b/b-1.0.0.tar.gz.sha256",
        "records/a/1.0.0.json",
        "generations/000001/search.json",
        "search.json"
      })
  void putsBackWhatWasLost(String lost) throws IOException {
    String before = text(lost);
    Files.delete(out().resolve(lost));

    run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, false);

    assertThat(text(lost.replace("000001", "000002"))).isEqualTo(before);
  }

  @Test
  void putsBackAFileThatWasCutShort() throws IOException {
    Files.writeString(out().resolve("package/b/1.0.0/img/icon.svg"), "<s");

    run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, false);

    assertThat(text("package/b/1.0.0/img/icon.svg")).isEqualTo("<svg/>");
  }

  @Test
  void makesANewGenerationWhereTheIndexIsDamaged() throws IOException {
    Path index = out().resolve("generations/000001/index");
    try (Stream<Path> files = Files.list(index)) {
      Path largest = files.max((a, b) -> Long.compare(size(a), size(b))).orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(largest, bytes);
    }

    RunReport report = run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, false);

    assertThat(report.publication()).contains(new Publication.Switched("000002"));
    assertThat(run(EnumSet.allOf(ArchiveFormat.class), ArchiveFormat.ZIP, false).publication())
        .contains(new Publication.AlreadyCurrent("000002"));
  }

  @Test
  void doesNotReadItsOwnOutputAmongThePackages() throws IOException {
    RunReport report =
        Generator.run(
            new GenerateOptions(
                List.of(folder),
                out(),
                EnumSet.allOf(ArchiveFormat.class),
                ArchiveFormat.ZIP,
                false,
                false),
            Progress.NONE);

    assertThat(report.findings()).isEmpty();
    assertThat(report.found()).isEqualTo(2);
  }

  private static Map<String, String> startingWith(Map<String, String> files, String... starts) {
    Map<String, String> some = new TreeMap<>(files);
    some.keySet().removeIf(path -> Stream.of(starts).noneMatch(path::startsWith));
    return some;
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private RunReport run(Set<ArchiveFormat> archives, ArchiveFormat download, boolean keepGoing)
      throws IOException {
    return run(out(), archives, download, keepGoing);
  }

  private RunReport run(
      Path out, Set<ArchiveFormat> archives, ArchiveFormat download, boolean keepGoing)
      throws IOException {
    return Generator.run(
        new GenerateOptions(List.of(packages()), out, archives, download, false, keepGoing),
        Progress.NONE);
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private Path out() {
    return folder.resolve("public");
  }

  private String text(String path) throws IOException {
    return Files.readString(out().resolve(path), ISO_8859_1);
  }
}
