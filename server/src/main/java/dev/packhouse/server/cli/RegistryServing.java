package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Serves for real: generates if need be, opens the registry, listens, and ends in peace. */
final class RegistryServing implements Serving {
  private final PrintStream out;
  private final PrintStream err;

  RegistryServing(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public ExitCode serve(ServerConfig config) throws IOException {
    try (StopSignal signal = StopSignal.install()) {
      Optional<Path> published = config.publicFolder();
      return published.isPresent()
          ? serve(config, published.get(), signal)
          : generateAndServe(config, signal);
    }
  }

  private ExitCode generateAndServe(ServerConfig config, StopSignal signal) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      OwnRegistry.generate(config.packagePaths(), folder.path(), err);
      return serve(config, folder.path(), signal);
    }
  }

  private ExitCode serve(ServerConfig config, Path folder, StopSignal signal) throws IOException {
    try (LuceneRegistry registry = LuceneRegistry.open(CurrentGeneration.folder(folder))) {
      int versions = registry.size();
      if (versions == 0) {
        err.println("warning: the registry is empty");
      }
      RegistryServer server = RegistryServer.start(config, registry, folder);
      out.printf("Packhouse serves %d package versions at %s%n", versions, url(config, server));
      signal.await();
      server.stop();
      return ExitCode.FINE;
    }
  }

  /** An address that works on this machine. */
  private static String url(ServerConfig config, RegistryServer server) {
    String host =
        switch (config.host()) {
          case "0.0.0.0", "::" -> "localhost";
          case String ipv6 when ipv6.contains(":") -> "[" + ipv6 + "]";
          case String name -> name;
        };
    String prefix = config.publicUrl().map(URI::getRawPath).orElse("");
    return "http://" + host + ":" + server.port() + prefix;
  }
}
