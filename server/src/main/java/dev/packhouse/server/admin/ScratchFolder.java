package dev.packhouse.server.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what is gone after the answer. */
final class ScratchFolder {
  private static final String PROPERTY = "java.io.tmpdir";

  private ScratchFolder() {}

  /**
   * A new folder in it, that only its owner can look into.
   *
   * @throws IOException there is no place to write to
   */
  static Path create(String name) throws IOException {
    try {
      return Files.createTempDirectory("packhouse-" + name + "-").toAbsolutePath();
    } catch (IOException e) {
      throw new IOException(refusal(), e);
    }
  }

  /** What to say where nothing can be written. */
  static String refusal() {
    return "needs a folder that can be written to, and %s is none: mount one there, or name another with JAVA_OPTS=-D%s=DIR"
        .formatted(System.getProperty(PROPERTY), PROPERTY);
  }
}
