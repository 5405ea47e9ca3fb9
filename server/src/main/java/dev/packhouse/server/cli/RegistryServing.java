package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.cli.ReportPrinter;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Serves for real: generates if need be, opens the registry, listens, and ends in peace. */
final class RegistryServing implements Serving {
  private static final System.Logger LOG = System.getLogger("dev.packhouse");

  private final PrintStream out;
  private final PrintStream err;

  RegistryServing(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public ExitCode serve(ServerConfig config) throws IOException {
    try (StopSignal signal = StopSignal.install()) {
      return switch (config.source()) {
        case Source.Published(Path folder) -> serve(config, folder, signal);
        case Source.Packages packages -> generateAndServe(config, packages, signal);
      };
    }
  }

  private ExitCode generateAndServe(
      ServerConfig config, Source.Packages packages, StopSignal signal) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Progress progress = new StoppableProgress(signal::isAsked);
      RunReport report = OwnRegistry.generate(packages, folder.path(), progress, err);
      if (signal.isAsked()) {
        return ExitCode.FINE;
      }
      ExitCode exit = serve(config, folder.path(), signal);
      return config.dryRun() && report.hasErrors() ? ExitCode.FINDINGS : exit;
    } catch (CancellationException toldToStop) {
      return ExitCode.FINE;
    }
  }

  private ExitCode serve(ServerConfig config, Path folder, StopSignal signal) throws IOException {
    try (LuceneRegistry registry = LuceneRegistry.open(CurrentGeneration.folder(folder))) {
      int versions = registry.size();
      if (versions == 0) {
        err.println("warning: the registry is empty");
      }
      if (config.dryRun()) {
        LOG.log(Level.INFO, loaded(versions));
        return versions == 0 ? ExitCode.FINDINGS : ExitCode.FINE;
      }
      RegistryServer server = RegistryServer.start(config, registry, folder, RequestObserver.NONE);
      out.printf(
          "Packhouse serves %s at %s%n",
          ReportPrinter.count(versions, "package version"), url(config, server));
      LOG.log(Level.INFO, loaded(versions));
      signal.await();
      server.stop();
      return ExitCode.FINE;
    }
  }

  /** As EPR says it: test suites wait for this line, so it comes when requests are answered. */
  static String loaded(int versions) {
    return versions + " local package manifests loaded.";
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
