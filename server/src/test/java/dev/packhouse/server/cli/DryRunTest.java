package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

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
import java.util.HashMap;
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
    assertThat(log.text())
        .contains("checked the settings, the index and 1 package version: all is well\n");
  }

  @Test
  void readsTheFilesForTlsAsAStartDoes() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    Path missing = packages.resolve("none.pem");

    assertThatIOException()
        .isThrownBy(() -> run("PACKHOUSE_TLS_CERT", missing, "PACKHOUSE_TLS_KEY", missing))
        .withMessage("cannot read the TLS certificate");
    assertThat(log.text()).doesNotContain("all is well");
    assertThat(run("PACKHOUSE_TLS_CERT", tls("ec.crt"), "PACKHOUSE_TLS_KEY", tls("ec.key")))
        .isEqualTo(ExitCode.FINE);
    assertThat(log.text()).contains("checked the settings, the files for TLS, the index and ");
  }

  @Test
  void tellsTheShellThatAPackageWasLeftOut() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0").without("docs/README.md").folder(packages);

    assertThat(run()).isEqualTo(ExitCode.FINDINGS);
    assertThat(log.text())
        .contains("1 of 2 package versions left out")
        .doesNotContain("all is well");
  }

  @Test
  void tellsTheShellThatThereIsNoPackage() throws IOException {
    assertThat(run()).isEqualTo(ExitCode.FINDINGS);
    assertThat(log.lines().getFirst()).endsWith("the registry is empty");
    assertThat(log.text()).contains(" 0 local package manifests loaded.\n"); // as EPR says it
  }

  private static Path tls(String name) {
    return Path.of("src/test/resources/tls", name);
  }

  private ExitCode run() throws IOException {
    return run(Map.of());
  }

  private ExitCode run(String variable, Path value, String other, Path otherValue)
      throws IOException {
    return run(Map.of(variable, value.toString(), other, otherValue.toString()));
  }

  private ExitCode run(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PACKHOUSE_PACKAGES", packages.toString());
    environment.put("PACKHOUSE_DRY_RUN", "true");
    ServerConfig config = TestConfig.of(environment);
    ConfigOutcome.Usable settings =
        new ConfigOutcome.Usable(config, Optional.empty(), List.of(), List.of());
    try (PrintStream printed = new PrintStream(out, true, UTF_8)) {
      return new RegistryServing(printed, logging -> log.server(), false).serve(settings);
    }
  }
}
