package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ConfigOutcome;
import java.io.IOException;

/** Runs a server until it is told to stop. */
@FunctionalInterface
interface Serving {
  /**
   * Listens, and returns when it was stopped.
   *
   * @param settings whose warnings nobody was told yet
   * @throws IOException the registry cannot be read, or the address is not to be had
   */
  ExitCode serve(ConfigOutcome.Usable settings) throws IOException;
}
