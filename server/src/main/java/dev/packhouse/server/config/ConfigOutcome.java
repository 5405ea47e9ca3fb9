package dev.packhouse.server.config;

import java.util.List;
import java.util.Optional;

/**
 * What became of flags, environment and file. Warnings, notes and problems are lines for people; a
 * note says what is as it should be, and may not be expected.
 */
public sealed interface ConfigOutcome {
  List<String> warnings();

  List<String> notes();

  /**
   * Everything given is right.
   *
   * @param printed where {@code --print-config} was given and nothing is to be served: each value
   *     and where it came from, as YAML that could be used as the file
   */
  record Usable(
      ServerConfig config, Optional<String> printed, List<String> warnings, List<String> notes)
      implements ConfigOutcome {
    public Usable {
      warnings = List.copyOf(warnings);
      notes = List.copyOf(notes);
    }
  }

  /** Something is wrong, and all of it is told. */
  record Refused(List<String> problems, List<String> warnings, List<String> notes)
      implements ConfigOutcome {
    public Refused {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
      notes = List.copyOf(notes);
    }
  }
}
