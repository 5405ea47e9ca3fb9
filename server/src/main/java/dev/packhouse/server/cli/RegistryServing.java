package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Logging;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.log.ServerLog;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;

/** Serves for real, and sees to it that what becomes of it is known. */
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
    ServerConfig config = settings.config();
    ServerLog log = logs.apply(config.logging());
    settings.notes().forEach(log::info);
    settings.warnings().forEach(log::warn);
    try (StopSignal signal = StopSignal.install(config.drainTime())) {
      return serve(config.source(), new ServerRun(config, signal, log, out));
    }
  }

  /** What goes wrong is logged before the process may end. */
  private ExitCode serve(Source source, ServerRun run) throws IOException {
    ServerLog log = run.log();
    try {
      ExitCode exit =
          switch (source) {
            case Source.Published published -> run.published(published);
            case Source.Packages packages -> run.generated(packages);
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
}
