package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.log.ServerLog;
import dev.packhouse.server.observe.AccessLog;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracing;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A server from its start to its end.
 *
 * @param out where people are told the address
 */
record ServerRun(ServerConfig config, StopSignal signal, ServerLog log, PrintStream out) {
  /** Serves what others generate, and looks for what they generate later. */
  ExitCode published(Source.Published published) throws IOException {
    return serve(new PublishedFolder(published.folder(), published.interval()));
  }

  /** Generates from packages first, and again when they change, if that is wanted. */
  ExitCode generated(Source.Packages packages) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      OwnRegistry own =
          new OwnRegistry(packages, folder.path(), new StoppableProgress(signal::isAsked), log);
      RegistrySource source =
          packages.watch() && !config.dryRun()
              ? new WatchedPackages(PackageWatch.over(packages.roots(), signal::isAsked), own)
              : PublishedFolder.unchanging(folder.path());
      RunReport report = own.generate();
      if (signal.isAsked()) {
        return ExitCode.FINE;
      }
      ExitCode exit = serve(source);
      return config.dryRun() && report.hasErrors() ? ExitCode.FINDINGS : exit;
    } catch (CancellationException toldToStop) {
      log.info("stopping");
      return ExitCode.FINE;
    }
  }

  private ExitCode serve(RegistrySource source) throws IOException {
    OpenGeneration shown = OpenGeneration.current(source.folder());
    if (shown.versions() == 0) {
      log.warn("the registry is empty");
    }
    try {
      if (config.dryRun()) {
        log.info(shown.loaded());
        return shown.versions() == 0 ? ExitCode.FINDINGS : ExitCode.FINE;
      }
      try (Administration admin = Administration.of(config.admin(), log.instance())) {
        admin.show(shown);
        Tracing tracing = Tracing.ofAgent();
        RequestObserver observer =
            RequestObserver.all(
                List.of(tracing.requests(), AccessLog.of(log.isForPrograms()), admin.observer()));
        RegistryServer server =
            RegistryServer.start(config, shown.search(), source.folder(), observer, tracing.work());
        try {
          signal.whenAsked(server::drain);
          admin.start(server.health()).forEach(this::announce);
          log.info(shown.loaded());
          announce("Packhouse serves " + shown.counted() + " at " + url(server));
          Following following = new Following(source, server, admin, log, shown);
          following.until(signal);
          shown = following.shown();
          log.info("stopping");
          signal.drain();
        } finally {
          server.stop();
        }
      }
      return ExitCode.FINE;
    } finally {
      shown.close();
    }
  }

  /** People and scripts read addresses on standard output. */
  private void announce(String line) {
    if (log.isForPrograms()) {
      log.info(line);
    } else {
      out.println(line);
    }
  }

  /** An address that works on this machine. */
  private String url(RegistryServer server) {
    String host =
        switch (config.address().host()) {
          case "0.0.0.0", "::" -> "localhost";
          case String ipv6 when ipv6.contains(":") -> "[" + ipv6 + "]";
          case String name -> name;
        };
    String scheme = config.tls().isPresent() ? "https" : "http";
    String prefix = config.publicUrl().map(URI::getRawPath).orElse("");
    return scheme + "://" + host + ":" + server.port() + prefix;
  }
}
