package dev.packhouse.server.log;

import dev.packhouse.generator.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who speaks in a log that many write to.
 *
 * @param node this instance among those of the same service
 */
record Service(String name, String version, Optional<String> environment, String node) {
  private static final String DEFAULT_NAME = "packhouse";
  private static final Path HOSTNAME = Path.of("/etc/hostname");

  /** By the variables of the APM agent, so that its data and the log go by one name. */
  static Service from(Map<String, String> environment) {
    return from(environment, HOSTNAME);
  }

  /**
   * @param hostname file with the machine's name: to ask for it would be a query to a name server
   */
  static Service from(Map<String, String> environment, Path hostname) {
    return new Service(
        given(environment, "ELASTIC_APM_SERVICE_NAME").orElse(DEFAULT_NAME),
        Product.version(),
        given(environment, "ELASTIC_APM_ENVIRONMENT"),
        given(environment, "ELASTIC_APM_SERVICE_NODE_NAME")
            .or(() -> given(environment, "HOSTNAME"))
            .orElseGet(() -> read(hostname)));
  }

  private static Optional<String> given(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static String read(Path hostname) {
    try {
      String name = Files.readString(hostname).strip();
      return name.isEmpty() ? "unknown" : name;
    } catch (IOException nameless) {
      return "unknown";
    }
  }
}
