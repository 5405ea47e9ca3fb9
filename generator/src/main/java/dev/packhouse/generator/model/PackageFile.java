package dev.packhouse.generator.model;

import java.io.IOException;
import java.io.InputStream;

/**
 * One regular file of a package.
 *
 * @param path below the package's folder, with {@code /} between names
 * @param size in bytes, as found when the package was read
 */
public record PackageFile(String path, long size, Content content) {
  /** Gives the file's bytes, from its start, each time it is asked. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
