package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.log.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnRegistryTest {
  @TempDir Path packages;
  @TempDir Path out;

  private final CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.TEXT);

  @Test
  void leavesBadPackagesOutAndSaysSo() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0").manifest("type: []\n").folder(packages);

    generate(Progress.NONE);

    assertThat(out.resolve("package")).isDirectoryContaining("glob:**/a");
    assertThat(log.text())
        .contains(" ERROR packhouse.packages: ", "/b/1.0.0/manifest.yml:")
        .endsWith(" WARN  packhouse: 1 of 2 package versions left out\n");
  }

  @Test
  void letsNoPackageSteerTheTerminal() throws IOException {
    PackageFixture.of("x", "1.0.0").manifest("release: \"\\e[31m\\nfake\"\n").folder(packages);

    generate(Progress.NONE);

    assertThat(log.text()).endsWith(" WARN  packhouse: 1 of 1 package version left out\n");
    assertThat(log.lines()).hasSize(2);
    assertThat(log.text().replace("\n", "").chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void endsBetweenTwoPackagesWhenToldToStop() throws IOException {
    int versions = 20 * Runtime.getRuntime().availableProcessors();
    for (int patch = 0; patch < versions; patch++) {
      PackageFixture.of("a", "1.0." + patch).folder(packages);
    }
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(() -> generate(new StoppableProgress(() -> calls.incrementAndGet() > 3)))
        .isInstanceOf(CancellationException.class);
    // Each thread is told at most once after the first was.
    assertThat(calls).hasValueLessThanOrEqualTo(3 + Runtime.getRuntime().availableProcessors());
    assertThat(Files.exists(out.resolve("current.json"))).isFalse();
  }

  private void generate(Progress progress) throws IOException {
    OwnRegistry.generate(List.of(packages), out, progress, log.server());
  }
}
