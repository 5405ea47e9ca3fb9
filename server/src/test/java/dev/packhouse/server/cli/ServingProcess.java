package dev.packhouse.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A server in a process of its own, on free ports. */
final class ServingProcess {
  private ServingProcess() {}

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
                Stream.of(Main.class.getName(), "serve", "--public=" + registry),
                Stream.of(
                    "--address=127.0.0.1:0",
                    "--log-level=warn",
                    "--drain-time=" + drainTime.toMillis() + "ms"),
                admin ? Stream.of("--httpprof=127.0.0.1:0") : Stream.<String>empty())
            .flatMap(part -> part)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PACKHOUSE_"));
    return builder.start();
  }
}
