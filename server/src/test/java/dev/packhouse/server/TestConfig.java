package dev.packhouse.server;

import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ConfigReader;
import dev.packhouse.server.config.ServerConfig;
import java.util.HashMap;
import java.util.Map;

/** Configurations of servers on a free port of this machine. */
public final class TestConfig {
  private TestConfig() {}

  /**
   * The defaults, and what is given.
   *
   * @param variables as in the environment
   */
  public static ServerConfig of(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.putIfAbsent("PACKHOUSE_ADDRESS", "127.0.0.1:0");
    return switch (ConfigReader.read(Map.of(), environment)) {
      case ConfigOutcome.Usable usable -> usable.config();
      case ConfigOutcome.Refused refused -> throw new AssertionError(refused.problems());
    };
  }
}
