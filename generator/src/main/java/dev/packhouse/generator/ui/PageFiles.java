package dev.packhouse.generator.ui;

import java.io.IOException;

/** Where the pages of a generation are put; safe for any number of threads. */
public interface PageFiles {
  /**
   * Takes a file of the generation before.
   *
   * @param path below the folder of the pages, with {@code /} between names
   * @param madeOf names all that the file is made of; at most 64 characters
   * @return false where that has no such file, or one that was made of something else
   */
  boolean keep(String path, String madeOf) throws IOException;

  /** Writes a file that is not there yet. */
  void write(String path, String madeOf, byte[] content) throws IOException;
}
