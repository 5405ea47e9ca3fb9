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
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, actual);
    }
    assertThat(file).as("made with -Dgolden.update=true").exists();
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}
