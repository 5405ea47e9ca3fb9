package dev.packhouse.generator.read;

import dev.packhouse.generator.model.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the file or folder that is probably meant by a path where nothing is. */
final class NearestFile {
  /** Of a folder with more, only some are compared: the answer is to come at once. */
  private static final int MOST_NAMES = 300;

  private NearestFile() {}

  /** Nothing where no name beside it comes near. */
  static Optional<Path> of(Path missing) {
    Path name = missing.getFileName();
    if (name == null) {
      return Optional.empty();
    }
    try {
      return NearestName.of(name.toString(), namesBeside(missing)).map(missing::resolveSibling);
    } catch (IOException | UncheckedIOException noFolderThatCanBeRead) {
      return Optional.empty();
    }
  }

  private static List<String> namesBeside(Path path) throws IOException {
    try (Stream<Path> beside = Files.list(path.toAbsolutePath().resolveSibling(""))) {
      return beside.limit(MOST_NAMES).map(Path::getFileName).map(String::valueOf).sorted().toList();
    }
  }
}
