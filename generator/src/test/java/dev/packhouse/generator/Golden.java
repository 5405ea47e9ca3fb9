package dev.packhouse.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what the code gave when somebody last looked: {@code -Dgolden.update=true}. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /**
   * Holds a text against a golden file, or makes it that file.
   *
   * @param name of the file below {@code golden/}
   */
  public static void assertMatches(String name, String actual) throws IOException {
    assertFile(FOLDER.resolve(name), actual);
  }

  /**
   * Holds a text against what stands between two lines of a file, or puts it there.
   *
   * @param from the line before it, which is not part of it
   * @param to the line behind it
   */
  public static void assertPart(Path file, String from, String to, String actual)
      throws IOException {
    String whole = Files.readString(file);
    int start = whole.indexOf(from) + from.length() + 1;
    int end = whole.indexOf(to, start);
    assertThat(end).as("place of %s after %s in %s", to, from, file).isPositive();
    assertFile(file, whole.substring(0, start) + actual + whole.substring(end));
  }

  private static void assertFile(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Files.writeString(file, actual);
    }
    assertThat(file).as("made with -Dgolden.update=true").exists();
    assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
