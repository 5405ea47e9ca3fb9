package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.generate.KnownPackages;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.Source.Packages;
import dev.packhouse.server.log.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnRegistryTest {
  @TempDir Path packages;
  @TempDir Path out;

  private final KnownPackages known = KnownPackages.begin(InstantSource.system());
  private final CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.TEXT);

  @Test
  void leavesBadPackagesOutAndSaysSo() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0").manifest("type: []\n").folder(packages);

    generate(packages);

    assertThat(out.resolve("package")).isDirectoryContaining("glob:**/a");
    assertThat(log.text())
        .contains(" ERROR packhouse.packages: ", "/b/1.0.0/manifest.yml:")
        .endsWith(" WARN  packhouse: 1 of 2 package versions left out\n");
  }

  @Test
  void letsNoPackageSteerTheTerminal() throws IOException {
    PackageFixture.of("x", "1.0.0").manifest("release: \"\\e[31m\\nfake\"\n").folder(packages);

    generate(packages);

    assertThat(log.text()).endsWith(" WARN  packhouse: 1 of 1 package version left out\n");
    assertThat(log.lines()).hasSize(2);
    assertThat(log.text().replace("\n", "").chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void looksOverFoldersThatAreMissingAndNamesThem() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);

    RunReport report = generate(packages.resolve("none"), packages, packages.resolve("nor\u001b"));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(log.lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("there is no " + packages.resolve("none")),
            line -> assertThat(line).endsWith("there is no " + packages.resolve("nor\ufffd")));
  }

  @Test
  void publishesAnEmptyRegistryWhereNoFolderExists() throws IOException {
    assertThat(generate(packages.resolve("none")).found()).isZero();

    assertThat(log.lines().getLast()).endsWith("no folder with packages exists");
    assertThat(out.resolve("current.json")).exists();
  }

  @Test
  void showsManyPackagesBeforeItGeneratesAndRemovesTheFolderOfThat() throws IOException {
    for (int i = 0; i < 200; i++) {
      PackageFixture.of("p" + i, "1.0.0").folder(packages);
    }
    Path folder;
    Preview begun = own(packages, packages.resolve("none")).preview().orElseThrow();
    try (OpenGeneration preview = OpenGeneration.of(begun)) {
      folder = preview.publicFolder();
      assertThat(preview.versions()).isEqualTo(200);
      assertThat(preview.id()).isEqualTo("preview");
      assertThat(preview.isCurrent(folder)).isTrue();
      assertThat(preview.served().late().orElseThrow().make("p1", "1.0.0")).isTrue();
      assertThat(folder.resolve("epr/p1/p1-1.0.0.zip")).exists();
    }
    assertThat(folder).doesNotExist();
    begun.close(); // whoever began it does that, too
    assertThat(out.resolve("current.json")).doesNotExist();
    assertThat(log.text()).isEmpty(); // generating says what there is to say
  }

  @Test
  void readsNothingWhereNothingCanBeGenerated() throws IOException {
    Files.writeString(Files.createDirectories(out.resolve("package")).resolve("x"), "theirs");

    assertThatThrownBy(() -> own(packages).preview())
        .hasMessageContaining("is there already, and not from Packhouse");
  }

  @Test
  void showsFewPackagesWhenTheyAreGenerated() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    assertThat(own(packages).preview()).isEmpty();
  }

  @Test
  void endsWhereWhatCannotBeReadMayHoldPackages() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    Path tail = Files.createDirectories(out.resolve("tail"));
    Files.createDirectories(tail.resolve(("e".repeat(200) + "/").repeat(12)));
    Path head = Files.createDirectories(packages.resolve(("d".repeat(200) + "/").repeat(9)));

    // The system refuses paths that are as long as those below here are then.
    Files.move(tail, head.resolve("x"));
    assertThatThrownBy(() -> generate(packages))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "nothing was published: what cannot be read may hold packages. Make it readable, then"
                + " run again.");
    Files.move(head.resolve("x"), tail);

    assertThat(log.text()).contains("This cannot be read: ");
  }

  @Test
  void asksOfPackagesWhatTheConfigurationSays() throws IOException {
    PackageFixture.of("odd", "1.0.0").without("docs/README.md").folder(packages);
    List<Path> roots = List.of(packages);

    assertThat(generate(new Packages(roots)).accepted()).isZero();
    assertThat(
            generate(
                    new Packages(
                        roots, false, false, Optional.of(1), Optional.empty(), false, true))
                .accepted())
        .isEqualTo(1);
    assertThat(
            generate(
                    new Packages(roots, false, true, Optional.of(1), Optional.empty(), false, true))
                .findings())
        .extracting(Finding::code)
        .contains("package.signature.missing");
  }

  @Test
  void remembersInAFolderThatStaysWhatItHasRead() throws IOException {
    Path manifest = PackageFixture.of("a", "1.0.0").folder(packages).resolve(RawPackage.MANIFEST);
    Files.setLastModifiedTime(manifest, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    Packages kept =
        new Packages(
            List.of(packages), true, false, Optional.empty(), Optional.of(out), false, true);

    OwnRegistry.of(kept, out, Progress.NONE, log.server()).generate();

    assertThat(out.resolve(".cache/packages.jsonl")).isRegularFile();
    assertThat(OwnRegistry.of(kept, out, Progress.NONE, log.server()).generate().publication())
        .contains(new Publication.AlreadyCurrent("000001"));
  }

  @Test
  void endsBetweenTwoPackagesWhenToldToStop() throws IOException {
    int versions = 20 * Runtime.getRuntime().availableProcessors();
    for (int patch = 0; patch < versions; patch++) {
      PackageFixture.of("a", "1.0." + patch).folder(packages);
    }
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(
            () -> generate(new StoppableProgress(() -> calls.incrementAndGet() > 3), packages))
        .isInstanceOf(CancellationException.class);
    // Each thread is told at most once after the first was.
    assertThat(calls).hasValueLessThanOrEqualTo(3 + Runtime.getRuntime().availableProcessors());
    assertThat(Files.exists(out.resolve("current.json"))).isFalse();
  }

  private RunReport generate(Path... roots) throws IOException {
    return generate(Progress.NONE, roots);
  }

  private RunReport generate(Progress progress, Path... roots) throws IOException {
    return generate(new Packages(List.of(roots)), progress);
  }

  private RunReport generate(Packages from) throws IOException {
    return generate(from, Progress.NONE);
  }

  private RunReport generate(Packages from, Progress progress) throws IOException {
    return new OwnRegistry(from, out, progress, known, log.server()).generate();
  }

  private OwnRegistry own(Path... roots) {
    return new OwnRegistry(new Packages(List.of(roots)), out, Progress.NONE, known, log.server());
  }
}
