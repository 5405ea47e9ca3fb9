package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.TestConfig;
import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.log.CapturedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that served something would not come back. */
final class DryRunTest {
  @TempDir Path packages;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.TEXT);

  @Test
  void endsWellWhereEveryPackageIsGood() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);

    assertThat(run()).isEqualTo(ExitCode.FINE);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(log.lines().getFirst()).endsWith("1 local package manifests loaded.");
  }

  @Test
  void tellsTheShellThatAPackageWasLeftOut() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0").without("docs/README.md").folder(packages);

    assertThat(run()).isEqualTo(ExitCode.FINDINGS);
    assertThat(log.text()).contains("1 of 2 package versions left out");
  }

  @Test
  void tellsTheShellThatThereIsNoPackage() throws IOException {
    assertThat(run()).isEqualTo(ExitCode.FINDINGS);
    assertThat(log.lines().getFirst()).endsWith("the registry is empty");
    assertThat(log.text()).contains(" 0 local package manifests loaded.\n"); // as EPR says it
  }

  private ExitCode run() throws IOException {
    ServerConfig config =
        TestConfig.of(
            Map.of("PACKHOUSE_PACKAGES", packages.toString(), "PACKHOUSE_DRY_RUN", "true"));
    ConfigOutcome.Usable settings =
        new ConfigOutcome.Usable(config, Optional.empty(), List.of(), List.of());
    try (PrintStream printed = new PrintStream(out, true, UTF_8)) {
      return new RegistryServing(printed, logging -> log.server(), false).serve(settings);
    }
  }
}
