package dev.packhouse.generator.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes packages away when they were found and not read yet. */
record Vanishing(List<Path> paths) implements Progress {
  @Override
  public void start(int packages) {
    paths.forEach(Vanishing::delete);
  }

  @Override
  public void step() {}

  private static void delete(Path path) {
    try (Stream<Path> below = Files.walk(path)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
