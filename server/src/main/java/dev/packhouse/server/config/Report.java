package dev.packhouse.server.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that everything can be told at once. */
final class Report {
  private record Problem(int line, String text) {}

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void problem(Origin origin, String text) {
    problems.add(new Problem(origin.line(), text));
  }

  /** A problem with the file as a whole, or with a flag or variable that names it. */
  void problem(String text) {
    problems.add(new Problem(0, text));
  }

  void warning(String text) {
    warnings.add(text);
  }

  void note(String text) {
    notes.add(text);
  }

  /** Those of the file last, in the order of its lines. */
  List<String> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(Problem::text)
        .toList();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
