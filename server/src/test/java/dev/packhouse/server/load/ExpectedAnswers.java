package dev.packhouse.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each generation of a registry answers. */
final class ExpectedAnswers {
  /** Of a body, the bytes of {@link #FIRST} to {@link #LAST} are asked for as a range. */
  static final int FIRST = 100;

  static final int LAST = 299;

  /**
   * What one generation answers to one path.
   *
   * @param sha256 of the body
   * @param slice sha256 of the range
   */
  record Expected(int status, int length, String sha256, String slice) {}

  private final Map<String, List<Expected>> byPath;

  private ExpectedAnswers(Map<String, List<Expected>> byPath) {
    this.byPath = byPath;
  }

  /**
   * Reads a table: path, status, length, sha256 of the body and of the range, with tabs between
   * them; for each path a line for each generation, in their order.
   */
  static ExpectedAnswers read(Path table) throws IOException {
    Map<String, List<Expected>> byPath = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split("\t", -1);
      byPath
          .computeIfAbsent(cells[0], path -> new ArrayList<>())
          .add(
              new Expected(
                  Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3], cells[4]));
    }
    return new ExpectedAnswers(byPath);
  }

  List<String> paths() {
    return List.copyOf(byPath.keySet());
  }

  /** Whether the path has a range in all generations that have it. */
  boolean hasRange(String path) {
    return of(path).stream().allMatch(it -> it.status() != 200 || it.length() > LAST);
  }

  /** The numbers of the generations that answer so. */
  BitSet generations(String path, Predicate<Expected> answer) {
    BitSet generations = new BitSet();
    List<Expected> expected = of(path);
    for (int i = 0; i < expected.size(); i++) {
      if (answer.test(expected.get(i))) {
        generations.set(i);
      }
    }
    return generations;
  }

  private List<Expected> of(String path) {
    return byPath.getOrDefault(path, List.of());
  }
}
