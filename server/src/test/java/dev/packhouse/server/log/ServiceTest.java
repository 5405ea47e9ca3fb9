package dev.packhouse.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceTest {
  @TempDir Path folder;

  @Test
  void goesByTheNamesOfTheAgent() {
    Map<String, String> environment =
        Map.of(
            "ELASTIC_APM_SERVICE_NAME", "registry",
            "ELASTIC_APM_ENVIRONMENT", "staging",
            "ELASTIC_APM_SERVICE_NODE_NAME", "left",
            "HOSTNAME", "pod-1");
    assertThat(Service.from(environment))
        .isEqualTo(new Service("registry", Product.version(), Optional.of("staging"), "left"));
  }

  @Test
  void isTheContainerOtherwise() throws IOException {
    Path hostname = Files.writeString(folder.resolve("hostname"), "0a1b2c\n");
    assertThat(Service.from(Map.of("HOSTNAME", "pod-1", "ELASTIC_APM_ENVIRONMENT", ""), hostname))
        .isEqualTo(new Service("packhouse", Product.version(), Optional.empty(), "pod-1"));
    assertThat(Service.from(Map.of(), hostname).node()).isEqualTo("0a1b2c");
    assertThat(Service.from(Map.of(), folder.resolve("none")).node()).isEqualTo("unknown");
  }
}
