package dev.packhouse.generator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A file that an option names. A pipe, which may never end, and a device, which may be harmed, are
 * refused before anything is read or written.
 *
 * @param option such as {@code --baseline}
 */
record OptionFile(CommandLine line, String option, Path path) {
  /**
   * Makes sure that the file can be read.
   *
   * @throws ParameterException if it is no regular file
   * @throws NoSuchFileException if it is missing
   */
  void requireReadable() throws IOException {
    requireName();
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    requireRegular();
  }

  /**
   * The same of a file that is read whole.
   *
   * @param most bytes that it may have
   */
  void requireReadable(long most) throws IOException {
    requireReadable();
    long size = Files.size(path);
    if (size > most) {
      throw usage("%s has %d bytes; at most %d are read.".formatted(path, size, most));
    }
  }

  /**
   * Makes sure that the file can be written: that it is a regular one, or can become one.
   *
   * @return where it is, which is elsewhere if it is a symbolic link
   * @throws ParameterException if nothing may be written there
   */
  Path requireWritable() throws IOException {
    requireName();
    if (Files.exists(path)) {
      requireRegular();
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      throw usage(path + " is a symbolic link that leads to nothing.");
    }
    Path folder = path.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw usage(path + " would lie in " + folder + ", which is no folder.");
    }
    return folder.toRealPath().resolve(path.getFileName());
  }

  private void requireName() {
    if (path.toString().isEmpty()) {
      throw usage("the path of the file is empty.");
    }
  }

  private void requireRegular() {
    if (!Files.isRegularFile(path)) {
      throw usage(
          path
              + " is "
              + (Files.isDirectory(path) ? "a folder" : "a pipe or a device")
              + ", not a file.");
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(line, option + ": " + problem);
  }
}
