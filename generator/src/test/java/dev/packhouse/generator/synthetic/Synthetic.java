package dev.packhouse.generator.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes up a registry; {@code .ci/synthetic} starts it. */
public final class Synthetic {
  private static final String USAGE =
      "NAMES VERSIONS OUT [SEED] [--largest VERSIONS] [--search-only]";

  private Synthetic() {}

  /** See {@link #USAGE}. */
  public static void main(String[] arguments) throws IOException {
    List<String> given = new ArrayList<>(List.of(arguments));
    boolean searchOnly = given.remove("--search-only");
    int largest = takeNumber(given, "--largest");
    if (given.size() < 3 || given.size() > 4) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    write(
        new SyntheticRegistry(
            Integer.parseInt(given.get(0)),
            Integer.parseInt(given.get(1)),
            largest,
            given.size() > 3 ? Long.parseLong(given.get(3)) : 1),
        Path.of(given.get(2)),
        searchOnly);
  }

  /**
   * Writes a registry.
   *
   * @param searchOnly a {@link SearchRegistry}, and no {@link PackageFolders}
   */
  public static void write(SyntheticRegistry registry, Path out, boolean searchOnly)
      throws IOException {
    if (searchOnly) {
      SearchRegistry.write(registry, out);
    } else {
      PackageFolders.write(registry, out);
    }
  }

  private static int takeNumber(List<String> given, String option) {
    int at = given.indexOf(option);
    if (at < 0) {
      return 0;
    }
    given.remove(at);
    return Integer.parseInt(given.remove(at));
  }
}
