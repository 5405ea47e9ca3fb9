package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.LinkedFile;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Follows the files of a package that stand for others. The first line of {@code x.yml.link} is the
 * path of a file, from the folder of the link, and the SHA-256 of its bytes in hexadecimal digits.
 *
 * <p>A target lies in the repository, which is the nearest folder above with {@code .git} in it, or
 * in the package where there is none.
 */
final class FileLinks {
  /** Bytes of a line that are looked at; paths are not longer than this. */
  private static final int LONGEST_LINE = 16 * 1024;

  /** In bytes: no spec allows a larger file in a package, so nothing that large is read. */
  private static final long LARGEST = 150L * 1024 * 1024;

  /** In bytes: no spec allows a package whose files have more together. */
  private static final long LARGEST_TOGETHER = 250L * 1024 * 1024;

  private final RawPackage.Source source;
  private final TargetSums sums = new TargetSums(LARGEST_TOGETHER);

  FileLinks(RawPackage.Source source) {
    this.source = source;
  }

  /**
   * @throws UnreadableFileException if link or target cannot be read
   */
  LinkedFile follow(PackageFile link) throws UnreadableFileException {
    String display = source.display() + "/" + link.path();
    try {
      return follow(link, display);
    } catch (IOException failed) {
      throw UnreadableFileException.of(display, failed);
    }
  }

  private LinkedFile follow(PackageFile link, String display) throws IOException {
    if (!(source instanceof RawPackage.Source.Folder(var _, Path folder))) {
      return broken(
          "link.target.outside",
          display,
          "A zip holds no links: what they name is not in it.",
          "Put the file itself into the zip, without .link behind its name.");
    }
    String[] words = firstLine(link).strip().split("\\s+", -1);
    if (words[0].isEmpty()) {
      return broken(
          "link.target.empty",
          display,
          "The first line of the link names no file.",
          "Write the path of a file, from the folder of the link, a space and the file's SHA-256.");
    }
    Path root = folder.toRealPath();
    Optional<Path> target = target(root, link, words[0]);
    if (target.isEmpty()) {
      return broken(
          "link.target.outside",
          display,
          "The link leads out of the repository, to " + words[0] + ".",
          "Link to a file in the repository, or put the file itself here.");
    }
    if (!Files.isRegularFile(target.get())) {
      return broken(
          "link.target.missing",
          display,
          "There is no file " + words[0] + ", which the link names.",
          "Write the path of a file, from the folder of the link.");
    }
    long size = Files.size(target.get());
    if (size > LARGEST) {
      return broken(
          "file.size_limit",
          display,
          "The link leads to %s, which has %d bytes; no file of a package may have more than %d."
              .formatted(words[0], size, LARGEST),
          "Make it smaller, or split it.");
    }
    Optional<String> sum = sums.of(target.get());
    if (sum.isEmpty()) {
      return broken(
          "file.size_limit",
          display,
          "The link leads to %s, with which the links of the package lead to more than %d bytes."
              .formatted(words[0], LARGEST_TOGETHER),
          "Make what the links lead to smaller, or use fewer files.");
    }
    if (words.length != 2 || !words[1].equals(sum.get())) {
      return broken(
          "link.checksum.mismatch",
          display,
          words.length == 2
              ? "The link was made for another content of " + words[0] + " than the file has."
              : "The link does not say which content of " + words[0] + " it was made for.",
          "Look at what changed, then write: " + words[0] + " " + sum.get() + ".");
    }
    return new LinkedFile.Found(file(root, target.get()));
  }

  private static LinkedFile broken(String code, String display, String message, String fix) {
    Finding finding = ReadFindings.error(code, display, Place.START, message, fix);
    return new LinkedFile.Broken(finding);
  }

  private static String firstLine(PackageFile link) throws IOException {
    try (InputStream in = link.content().open()) {
      String start = new String(in.readNBytes(LONGEST_LINE), StandardCharsets.UTF_8);
      return start.lines().findFirst().orElse("");
    }
  }

  /** Empty where it would lie outside of the repository. */
  private static Optional<Path> target(Path root, PackageFile link, String named)
      throws IOException {
    Path repository = repository(root);
    Path target;
    try {
      target = root.resolve(link.path()).resolveSibling("./" + named).normalize();
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
    if (!target.startsWith(repository)) {
      return Optional.empty();
    }
    // Symbolic links could still lead out.
    return Files.exists(target)
        ? Optional.of(target.toRealPath()).filter(it -> it.startsWith(repository))
        : Optional.of(target);
  }

  private static Path repository(Path root) {
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return root;
  }

  private PackageFile file(Path root, Path target) throws IOException {
    StringBuilder path = new StringBuilder();
    for (Path name : root.relativize(target)) {
      path.append(path.isEmpty() ? "" : "/").append(name);
    }
    return new PackageFile(
        path.toString(),
        Files.size(target),
        NamedContent.of(source.display() + "/" + path, () -> Files.newInputStream(target)));
  }
}
