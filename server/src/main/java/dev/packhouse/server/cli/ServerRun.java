package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.RegistryLayout;
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
import java.nio.file.Files;
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
  private static final Work NOTHING = () -> {};

  /** What is left to do of the registry while it is served. */
  @FunctionalInterface
  private interface Work {
    /**
     * @throws CancellationException the process was told to stop meanwhile
     */
    void run() throws IOException;
  }

  /** Serves what others generate, and looks for what they generate later. */
  ExitCode published(Source.Published published) throws IOException {
    Path folder = published.folder();
    // Once and for all, so that the pointer and the files are never those of two folders.
    Path real = Files.exists(folder) ? folder.toRealPath() : folder;
    Following following = Following.begin(new PublishedFolder(real, published.interval()), log);
    return config.dryRun() ? check(following, /* isWhole= */ true) : serve(following, NOTHING);
  }

  /** Generates from packages first, and again when they change, if that is wanted. */
  ExitCode generated(Source.Packages packages) throws IOException {
    Optional<Path> kept = packages.registry();
    if (kept.isPresent() && !config.dryRun()) {
      return generated(packages, kept.get());
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      return generated(packages, folder.path());
    }
  }

  private ExitCode generated(Source.Packages packages, Path folder) throws IOException {
    try {
      OwnRegistry own =
          OwnRegistry.of(packages, folder, new StoppableProgress(signal::isAsked), log);
      RegistrySource source =
          packages.watch() && !config.dryRun()
              ? new WatchedPackages(PackageWatch.over(packages.roots(), signal::isAsked), own)
              : PublishedFolder.unchanging(folder);
      Optional<Preview> begun =
          config.dryRun() || isGenerated(folder) ? Optional.empty() : own.preview();
      if (begun.isPresent()) {
        try (Preview preview = begun.get()) {
          OpenGeneration first = OpenGeneration.of(preview);
          return serve(Following.begin(source, log, first), own::generate);
        }
      }
      RunReport report = own.generate();
      if (signal.isAsked()) {
        return ExitCode.FINE;
      }
      Following following = Following.begin(source, log);
      return config.dryRun()
          ? check(following, /* isWhole= */ !report.hasErrors())
          : serve(following, NOTHING);
    } catch (CancellationException toldToStop) {
      log.info("stopping");
      return ExitCode.FINE;
    }
  }

  /** What was generated before is there sooner than a preview would be. */
  private static boolean isGenerated(Path folder) {
    return Files.exists(folder.resolve(RegistryLayout.POINTER));
  }

  /**
   * Does what a start does before it listens.
   *
   * @param isWhole no package was left out
   */
  private ExitCode check(Following following, boolean isWhole) throws IOException {
    try (following) {
      OpenGeneration read = following.shown();
      warnIfEmpty(read);
      RegistryServer.checkTls(config);
      log.info(read.loaded());
      if (!isWhole || read.versions() == 0) {
        return ExitCode.FINDINGS;
      }
      String tls = config.tls().isPresent() ? "the files for TLS, " : "";
      log.info(
          "checked the settings, " + tls + "the index and " + read.counted() + ": all is well");
      return ExitCode.FINE;
    }
  }

  private void warnIfEmpty(OpenGeneration read) {
    if (read.versions() == 0) {
      log.warn("the registry is empty");
    }
  }

  /**
   * @param work what is left to do while it is served
   */
  private ExitCode serve(Following following, Work work) throws IOException {
    try (following) {
      warnIfEmpty(following.shown());
      try (Administration admin = Administration.of(config.admin(), log.instance())) {
        serve(following, work, admin);
      }
      return ExitCode.FINE;
    }
  }

  private void serve(Following following, Work work, Administration admin) throws IOException {
    Tracing tracing = Tracing.ofAgent();
    RequestObserver observer =
        RequestObserver.all(
            List.of(tracing.requests(), AccessLog.of(log.isForPrograms()), admin.observer()));
    RegistryServer server =
        RegistryServer.start(config, following.shown().served(), observer, tracing.work());
    try {
      signal.whenAsked(server::drain);
      admin.show(following.shown());
      admin.start(server.health()).forEach(this::announce);
      log.info(following.shown().loaded());
      announce("Packhouse serves " + following.shown().counted() + " at " + url(server));
      try {
        work.run();
        if (!signal.isAsked()) {
          following.catchUp(server, admin);
        }
        following.until(signal, server, admin);
      } catch (CancellationException toldToStop) {
        // Whoever asks now is answered all the same.
      }
      log.info("stopping");
      signal.drain();
    } finally {
      server.stop();
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
