package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void leavesBadPackagesOutAndSaysSo() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0").manifest("type: []\n").folder(packages);

    generate(Progress.NONE);

    assertThat(out.resolve("package")).isDirectoryContaining("glob:**/a");
    assertThat(err.toString(UTF_8))
        .contains("/b/1.0.0/manifest.yml:")
        .endsWith("\nwarning: 1 of 2 package versions left out\n");
  }

  @Test
  void letsNoPackageSteerTheTerminal() throws IOException {
    PackageFixture.of("x", "1.0.0").manifest("release: \"\\e[31m\\nfake\"\n").folder(packages);

    generate(Progress.NONE);

    assertThat(err.toString(UTF_8)).endsWith("\nwarning: 1 of 1 package version left out\n");
    assertThat(err.toString(UTF_8).lines()).hasSize(2);
    assertThat(err.toString(UTF_8).replace("\n", "").chars()).noneMatch(Character::isISOControl);
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
    try (PrintStream stream = new PrintStream(err, true, UTF_8)) {
      OwnRegistry.generate(List.of(packages), out, progress, stream);
    }
  }
}
