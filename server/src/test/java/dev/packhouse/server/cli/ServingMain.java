package dev.packhouse.server.cli;

import dev.packhouse.server.TestConfig;
import dev.packhouse.server.config.Address;
import dev.packhouse.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server in a process of its own, on free ports. */
final class ServingMain {
  private ServingMain() {}

  /** Begins with the same class path and Java as this process. */
  static Process start(Path registry, Duration drainTime, boolean admin, String... options)
      throws IOException {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of(options),
                Stream.of(
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path")),
                Stream.of(ServingMain.class.getName(), registry.toString()),
                Stream.of(drainTime.toString(), Boolean.toString(admin)))
            .flatMap(part -> part)
            .toList();
    return new ProcessBuilder(command).start();
  }

  static void main(String[] arguments) throws IOException {
    LibraryLogging.quieten();
    ServerConfig defaults = TestConfig.of(Map.of("PACKHOUSE_PUBLIC", arguments[0]));
    Optional<Address> admin =
        Boolean.parseBoolean(arguments[2])
            ? Optional.of(new Address("127.0.0.1", 0))
            : Optional.empty();
    ServerConfig config =
        new ServerConfig(
            defaults.source(),
            defaults.address(),
            defaults.publicUrl(),
            defaults.cacheTimes(),
            defaults.allowUnknownQueryParameters(),
            defaults.tls(),
            defaults.logging(),
            new ServerConfig.Admin(admin, Optional.empty()),
            Duration.parse(arguments[1]),
            defaults.dryRun());
    System.exit(new RegistryServing(System.out, System.err).serve(config).code());
  }
}
