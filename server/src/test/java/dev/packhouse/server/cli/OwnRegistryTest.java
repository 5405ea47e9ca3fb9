package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.server.config.ServerConfig.Source.Packages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnRegistryTest {
  @TempDir Path packages;
  @TempDir Path out;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void leavesBadPackagesOutAndSaysSo() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0").manifest("type: []\n").folder(packages);

    generate(packages);

    assertThat(out.resolve("package")).isDirectoryContaining("glob:**/a");
    assertThat(err.toString(UTF_8))
        .contains("/b/1.0.0/manifest.yml:")
        .endsWith("\nwarning: 1 of 2 package versions left out\n");
  }

  @Test
  void letsNoPackageSteerTheTerminal() throws IOException {
    PackageFixture.of("x", "1.0.0").manifest("release: \"\\e[31m\\nfake\"\n").folder(packages);

    generate(packages);

    assertThat(err.toString(UTF_8)).endsWith("\nwarning: 1 of 1 package version left out\n");
    assertThat(err.toString(UTF_8).lines()).hasSize(2);
    assertThat(err.toString(UTF_8).replace("\n", "").chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void looksOverFoldersThatAreMissingAndNamesThem() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);

    RunReport report = generate(packages.resolve("none"), packages, packages.resolve("nor\u001b"));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .containsExactly(
            "warning: there is no " + packages.resolve("none"),
            "warning: there is no " + packages.resolve("nor\ufffd"));
  }

  @Test
  void publishesAnEmptyRegistryWhereNoFolderExists() throws IOException {
    assertThat(generate(packages.resolve("none")).found()).isZero();

    assertThat(err.toString(UTF_8)).endsWith("\nwarning: no folder with packages exists\n");
    assertThat(out.resolve("current.json")).exists();
  }

  @Test
  void asksOfPackagesWhatTheConfigurationSays() throws IOException {
    PackageFixture.of("odd", "1.0.0").without("docs/README.md").folder(packages);
    List<Path> roots = List.of(packages);

    assertThat(generate(new Packages(roots)).accepted()).isZero();
    assertThat(generate(new Packages(roots, false, false, Optional.of(1), false)).accepted())
        .isEqualTo(1);
    assertThat(generate(new Packages(roots, false, true, Optional.of(1), false)).findings())
        .extracting(Finding::code)
        .contains("package.signature.missing");
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
    try (PrintStream stream = new PrintStream(err, true, UTF_8)) {
      return OwnRegistry.generate(from, out, progress, stream);
    }
  }
}
