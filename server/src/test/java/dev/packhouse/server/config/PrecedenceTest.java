package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.config.ServerConfig.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrecedenceTest {
  @TempDir Path folder;

  @Test
  void prefersAFlagToAVariableAndThatToTheFile() throws IOException {
    Configs file = Configs.none().file(folder.resolve("c.yml"), "address: :1");
    assertThat(file.config().address().port()).isEqualTo(1);
    file.variable("PACKHOUSE_ADDRESS", ":2");
    assertThat(file.config().address().port()).isEqualTo(2);
    file.flag(ServeOptions.ADDRESS, ":3");
    assertThat(file.config().address().port()).isEqualTo(3);
  }

  @Test
  void takesTheFileThatTheVariableNames() throws IOException {
    Path file = folder.resolve("c.yml");
    Configs.none().file(file, "address: :1");
    assertThat(
            Configs.none().variable("PACKHOUSE_CONFIG", file.toString()).config().address().port())
        .isEqualTo(1);
  }

  @Test
  void looksOverAnEmptyVariable() throws IOException {
    assertThat(Configs.none().variable("PACKHOUSE_ADDRESS", "").config())
        .isEqualTo(Configs.none().config());
  }

  @Test
  void generatesInsteadOfServingTheDefaultFolder() {
    ServerConfig config = Configs.none().variable("PACKHOUSE_PACKAGES", "a:b").config();
    assertThat(config.source()).isEqualTo(new Source.Packages(List.of(Path.of("a"), Path.of("b"))));
  }

  @Test
  void servesNothingAtAllWhereTheListIsEmpty() throws IOException {
    ServerConfig config =
        Configs.none().file(folder.resolve("c.yml"), "package_paths: []").config();
    assertThat(config.source()).isEqualTo(new Source.Packages(List.of()));
  }

  @Test
  void refusesPublicAndPackagesSideBySide() {
    assertThat(
            Configs.none()
                .flag(ServeOptions.PUBLIC, "public")
                .flag(ServeOptions.PACKAGES, "packages")
                .problems())
        .containsExactly("--public and --packages exclude each other: give one of them");
  }

  @Test
  void prefersTheFlagPublicToPackagesOfTheFileAndSaysSo() throws IOException {
    Path file = folder.resolve("c.yml");
    ConfigOutcome.Usable outcome =
        Configs.none().file(file, "package_paths: [a]").flag(ServeOptions.PUBLIC, "out").usable();
    assertThat(outcome.config().source())
        .isEqualTo(new Source.Published(Path.of("out"), Duration.ofSeconds(2)));
    assertThat(outcome.warnings()).isEmpty();
    assertThat(outcome.notes())
        .containsExactly(file + ":1: package_paths is not used, because --public is given");
  }

  @Test
  void warnsOfAnUnknownVariableWithTheNearest() {
    assertThat(Configs.none().variable("PACKHOUSE_ADRESS", ":1").usable().warnings())
        .containsExactly(
            "PACKHOUSE_ADRESS: unknown variable, without effect;"
                + " did you mean PACKHOUSE_ADDRESS?");
    assertThat(Configs.none().variable("PACKHOUSE_JAVA_OPT", "-Xmx9m").usable().warnings())
        .singleElement()
        .asString()
        .endsWith("did you mean PACKHOUSE_JAVA_OPTS?");
  }

  @Test
  void looksOverWhatKubernetesInjectsAndWhatOthersRead() {
    Configs configs =
        Configs.none()
            .variable("HOME", "/")
            .variable("PACKHOUSE_JAVA_OPTS", "-Xmx9m")
            .variable("PACKHOUSE_DEBUG", "1");
    List.of(
            "PACKHOUSE_SERVICE_HOST",
            "PACKHOUSE_SERVICE_PORT",
            "PACKHOUSE_SERVICE_PORT_HTTP",
            "PACKHOUSE_PORT",
            "PACKHOUSE_PORT_8080_TCP",
            "PACKHOUSE_PORT_8080_TCP_ADDR",
            "PACKHOUSE_PORT_8080_TCP_PORT",
            "PACKHOUSE_PORT_8080_TCP_PROTO",
            "PACKHOUSE_PUBLIC_SERVICE_HOST")
        .forEach(name -> configs.variable(name, "tcp://10.0.0.11:8080"));
    assertThat(configs.usable().warnings()).isEmpty();
    assertThat(configs.config()).isEqualTo(Configs.none().config());
  }
}
