package dev.packhouse.generator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of the files that findings are about, as they are read again to show them. Nothing depends
 * on them: what cannot be read, such as a file in a zip, is not shown.
 */
final class SourceLines {
  /** In bytes; of larger files nothing is told that has a place. */
  private static final long LARGEST = 4 * 1024 * 1024;

  private static final Pattern END = Pattern.compile("\r\n|[\n\r]");

  /** Findings are sorted by file, so one is enough to remember. */
  private String file = "";

  private List<String> lines = List.of();

  /** Empty where the file cannot be shown. */
  List<String> of(String wanted) {
    if (!wanted.equals(file)) {
      lines = read(wanted);
      file = wanted;
    }
    return lines;
  }

  private static List<String> read(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return List.of();
      }
      return List.of(END.split(new String(Files.readAllBytes(path), UTF_8)));
    } catch (IOException | InvalidPathException gone) {
      return List.of();
    }
  }
}
