package dev.packhouse.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads configurations as a command line, an environment and a file would give them. */
final class Configs {
  private final Map<String, List<String>> flags = new LinkedHashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  static Configs none() {
    return new Configs();
  }

  Configs flag(Option<?> option, String... texts) {
    return flag(option.flag(), texts);
  }

  Configs flag(String name, String... texts) {
    flags.put(name, List.of(texts));
    return this;
  }

  Configs variable(String name, String text) {
    environment.put(name, text);
    return this;
  }

  Configs file(Path file, String yaml) throws IOException {
    Files.writeString(file, yaml);
    return flag(ServeOptions.CONFIG, file.toString());
  }

  ConfigOutcome read() {
    return ConfigReader.read(flags, environment);
  }

  ConfigOutcome.Usable usable() {
    return switch (read()) {
      case ConfigOutcome.Usable usable -> usable;
      case ConfigOutcome.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  ServerConfig config() {
    return usable().config();
  }

  /** What {@code --print-config} prints. */
  String printed() {
    return flag(ServeOptions.PRINT_CONFIG, "true").usable().printed().orElseThrow();
  }

  List<String> problems() {
    return switch (read()) {
      case ConfigOutcome.Usable usable -> throw new AssertionError(usable.config());
      case ConfigOutcome.Refused refused -> refused.problems();
    };
  }
}
