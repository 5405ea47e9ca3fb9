package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.cli.ReportPrinter;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

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
    try (StopSignal signal = StopSignal.install(config.drainTime())) {
      return switch (config.source()) {
        case Source.Published(Path folder) -> serve(config, folder, signal);
        case Source.Packages(List<Path> roots) -> generateAndServe(config, roots, signal);
      };
    }
  }

  private ExitCode generateAndServe(ServerConfig config, List<Path> roots, StopSignal signal)
      throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      OwnRegistry.generate(roots, folder.path(), new StoppableProgress(signal::isAsked), err);
      return signal.isAsked() ? ExitCode.FINE : serve(config, folder.path(), signal);
    } catch (CancellationException toldToStop) {
      return ExitCode.FINE;
    }
  }

  private ExitCode serve(ServerConfig config, Path folder, StopSignal signal) throws IOException {
    Path generation = CurrentGeneration.folder(folder);
    try (LuceneRegistry registry = LuceneRegistry.open(generation);
        Administration admin =
            Administration.of(
                config.admin(), generation.getFileName().toString(), registry.size())) {
      int versions = registry.size();
      if (versions == 0) {
        err.println("warning: the registry is empty");
      }
      RegistryServer server = RegistryServer.start(config, registry, folder, admin.observer());
      try {
        admin.start(server.health()).forEach(out::println);
        out.printf(
            "Packhouse serves %s at %s%n",
            ReportPrinter.count(versions, "package version"), url(config, server));
        signal.await();
        server.drain();
        signal.drain();
      } finally {
        server.stop();
      }
      return ExitCode.FINE;
    }
  }

  /** An address that works on this machine. */
  private static String url(ServerConfig config, RegistryServer server) {
    String host =
        switch (config.address().host()) {
          case "0.0.0.0", "::" -> "localhost";
          case String ipv6 when ipv6.contains(":") -> "[" + ipv6 + "]";
          case String name -> name;
        };
    String prefix = config.publicUrl().map(URI::getRawPath).orElse("");
    return "http://" + host + ":" + server.port() + prefix;
  }
}
