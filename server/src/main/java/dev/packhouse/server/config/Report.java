package dev.packhouse.server.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that everything can be told at once. */
final class Report {
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void problem(String line) {
    problems.add(line);
  }

  void warning(String line) {
    warnings.add(line);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
