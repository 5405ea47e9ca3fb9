package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ServerConfig;
import java.io.IOException;

/** Runs a server until it is told to stop. */
@FunctionalInterface
interface Serving {
  /**
   * Listens, and returns when it was stopped.
   *
   * @throws IOException the registry cannot be read, or the address is not to be had
   */
  ExitCode serve(ServerConfig config) throws IOException;
}
