package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.cli.ReportPrinter;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Logging;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.log.ServerLog;
import dev.packhouse.server.observe.AccessLog;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Serves for real: generates if need be, opens the registry, listens, and ends in peace. */
final class RegistryServing implements Serving {
  private final PrintStream out;
  private final Function<Logging, ServerLog> logs;
  private final boolean traces;

  /**
   * @param out where people are told the address
   * @param logs starts the log
   * @param traces failures of the environment are told with a stack trace, too
   */
  RegistryServing(PrintStream out, Function<Logging, ServerLog> logs, boolean traces) {
    this.out = out;
    this.logs = logs;
    this.traces = traces;
  }

  @Override
  public ExitCode serve(ConfigOutcome.Usable settings) throws IOException {
    ServerLog log = logs.apply(settings.config().logging());
    settings.notes().forEach(log::info);
    settings.warnings().forEach(log::warn);
    try (StopSignal signal = StopSignal.install()) {
      ExitCode exit =
          switch (settings.config().source()) {
            case Source.Published(Path folder) -> serve(settings.config(), folder, signal, log);
            case Source.Packages packages ->
                generateAndServe(settings.config(), packages, signal, log);
          };
      log.info("stopped");
      return exit;
    } catch (IOException | RuntimeException | Error e) {
      if (!log.isForPrograms()) {
        throw e; // whoever started the command is told in a line of its own
      }
      boolean trace = traces || Failures.isBug(e);
      log.error(Failures.line(e), trace ? Optional.of(e) : Optional.empty());
      return Failures.exitCode(e);
    }
  }

  private ExitCode generateAndServe(
      ServerConfig config, Source.Packages packages, StopSignal signal, ServerLog log)
      throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Progress progress = new StoppableProgress(signal::isAsked);
      RunReport report = OwnRegistry.generate(packages, folder.path(), progress, log);
      if (signal.isAsked()) {
        return ExitCode.FINE;
      }
      ExitCode exit = serve(config, folder.path(), signal, log);
      return config.dryRun() && report.hasErrors() ? ExitCode.FINDINGS : exit;
    } catch (CancellationException toldToStop) {
      log.info("stopping");
      return ExitCode.FINE;
    }
  }

  private ExitCode serve(ServerConfig config, Path folder, StopSignal signal, ServerLog log)
      throws IOException {
    try (LuceneRegistry registry = LuceneRegistry.open(CurrentGeneration.folder(folder))) {
      int versions = registry.size();
      if (versions == 0) {
        log.warn("the registry is empty");
      }
      if (config.dryRun()) {
        log.info(loaded(versions));
        return versions == 0 ? ExitCode.FINDINGS : ExitCode.FINE;
      }
      RegistryServer server =
          RegistryServer.start(config, registry, folder, AccessLog.of(log.isForPrograms()));
      log.info(loaded(versions));
      announce(ReportPrinter.count(versions, "package version"), url(config, server), log);
      signal.await();
      log.info("stopping");
      server.stop();
      return ExitCode.FINE;
    }
  }

  /** As EPR says it: test suites wait for this line, so it comes when requests are answered. */
  static String loaded(int versions) {
    return versions + " local package manifests loaded.";
  }

  /** People and scripts read the address on standard output. */
  private void announce(String what, String url, ServerLog log) {
    String line = "Packhouse serves " + what + " at " + url;
    if (log.isForPrograms()) {
      log.info(line);
    } else {
      out.println(line);
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
