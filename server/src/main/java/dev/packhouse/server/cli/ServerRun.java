package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Source.Packages;
import dev.packhouse.server.log.ServerLog;
import dev.packhouse.server.observe.AccessLog;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracing;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A server from its start to its end.
 *
 * @param out where people are told the address
 */
record ServerRun(ServerConfig config, StopSignal signal, ServerLog log, PrintStream out) {
  /** What happens while requests are answered. */
  @FunctionalInterface
  private interface Meanwhile {
    /**
     * Returns when the process is told to stop.
     *
     * @param first what is shown
     * @return what is shown by then
     */
    LuceneRegistry pass(RegistryServer server, LuceneRegistry first) throws IOException;
  }

  /** Serves what was generated before. */
  ExitCode published(Path folder) throws IOException {
    return serve(
        folder,
        (server, first) -> {
          signal.await();
          return first;
        });
  }

  /** Generates from packages first, and again when they change, if that is wanted. */
  ExitCode generated(Packages packages) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      OwnRegistry own =
          new OwnRegistry(packages, folder.path(), new StoppableProgress(signal::isAsked), log);
      Optional<PackageWatch> watch =
          packages.watch() && !config.dryRun()
              ? Optional.of(PackageWatch.over(packages.roots(), signal))
              : Optional.empty();
      RunReport report = own.generate();
      if (signal.isAsked()) {
        return ExitCode.FINE;
      }
      ExitCode exit =
          watch.isPresent()
              ? serve(folder.path(), new Following(watch.get(), own, log)::follow)
              : published(folder.path());
      return config.dryRun() && report.hasErrors() ? ExitCode.FINDINGS : exit;
    } catch (CancellationException toldToStop) {
      log.info("stopping");
      return ExitCode.FINE;
    }
  }

  private ExitCode serve(Path folder, Meanwhile meanwhile) throws IOException {
    Path generation = CurrentGeneration.folder(folder);
    LuceneRegistry registry = LuceneRegistry.open(generation);
    int versions = registry.size();
    if (versions == 0) {
      log.warn("the registry is empty");
    }
    try {
      if (config.dryRun()) {
        log.info(loaded(versions));
        return versions == 0 ? ExitCode.FINDINGS : ExitCode.FINE;
      }
      try (Administration admin =
          Administration.of(
              config.admin(), log.instance(), generation.getFileName().toString(), versions)) {
        Tracing tracing = Tracing.ofAgent();
        RequestObserver observer =
            RequestObserver.all(
                List.of(tracing.requests(), AccessLog.of(log.isForPrograms()), admin.observer()));
        RegistryServer server =
            RegistryServer.start(config, registry, folder, observer, tracing.work());
        try {
          signal.whenAsked(server::drain);
          admin.start(server.health()).forEach(this::announce);
          log.info(loaded(versions));
          String count = CountedNoun.of(versions, "package version");
          announce("Packhouse serves " + count + " at " + url(server));
          registry = meanwhile.pass(server, registry);
          log.info("stopping");
          signal.drain();
        } finally {
          server.stop();
        }
      }
      return ExitCode.FINE;
    } finally {
      registry.close();
    }
  }

  /** As EPR says it: test suites wait for this line, so it comes when requests are answered. */
  static String loaded(int versions) {
    return versions + " local package manifests loaded.";
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
