package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ServerConfig;
import java.io.IOException;
import java.io.PrintStream;

/** Serves for real: opens the registry, listens, and ends in peace. */
final class RegistryServing implements Serving {
  private final PrintStream out;

  RegistryServing(PrintStream out) {
    this.out = out;
  }

  @Override
  public ExitCode serve(ServerConfig config) throws IOException {
    out.println("not yet");
    throw new IOException("the server is not wired yet");
  }
}
