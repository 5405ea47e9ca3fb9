package dev.packhouse.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Dgolden.update=true} writes them anew. */
public final class Golden {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  /** Compares with the whole file. */
  public static void assertFile(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file, UTF_8));
  }

  /** Compares with what stands between two lines of the file, which are not part of it. */
  public static void assertPart(Path file, String from, String to, String actual)
      throws IOException {
    String whole = Files.readString(file, UTF_8);
    int start = whole.indexOf(from) + from.length() + 1;
    int end = whole.indexOf(to, start);
    assertThat(end).as("place of %s after %s in %s", to, from, file).isPositive();
    assertFile(file, whole.substring(0, start) + actual + whole.substring(end));
  }
}
