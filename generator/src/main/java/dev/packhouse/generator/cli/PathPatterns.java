package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.Glob;
import dev.packhouse.generator.model.ParseResult;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Paths of a command line, among them globs in quotes that no shell has expanded. */
final class PathPatterns {
  private PathPatterns() {}

  /**
   * What the paths name, in their order. A glob names the folders and zips that it matches, sorted;
   * what lies in a matching folder is part of it.
   *
   * @throws ParameterException if a path is empty, or a glob is none
   * @throws IOException if nothing matches a glob, or a folder beside the matches cannot be read
   */
  static List<Path> expand(CommandLine line, List<Path> paths) throws IOException {
    List<Path> expanded = new ArrayList<>();
    for (Path path : paths) {
      String text = path.toString();
      if (text.isEmpty()) {
        throw new ParameterException(
            line, "an empty path names nothing; the current folder is called \".\".");
      }
      if (Glob.isWild(text) && !Files.exists(path)) {
        expanded.addAll(matching(text, glob(line, text)));
      } else {
        expanded.add(path);
      }
    }
    return expanded;
  }

  private static Glob glob(CommandLine line, String text) {
    return switch (Glob.parse(text)) {
      case ParseResult.Parsed<Glob>(Glob glob) -> glob;
      case ParseResult.Rejected<Glob>(String reason) ->
          throw new ParameterException(
              line, "there is no " + text + ", and it cannot be read as a glob: " + reason + ".");
    };
  }

  private static List<Path> matching(String text, Glob glob) throws IOException {
    Path base = Path.of(Glob.fixedPart(text));
    List<Path> matching = new ArrayList<>();
    if (Files.isDirectory(base)) {
      Files.walkFileTree(base, new Matching(glob, matching));
    }
    if (matching.isEmpty()) {
      throw new NoSuchFileException(text);
    }
    Collections.sort(matching);
    return matching;
  }

  private static final class Matching extends SimpleFileVisitor<Path> {
    private final Glob glob;
    private final List<Path> matching;

    Matching(Glob glob, List<Path> matching) {
      this.glob = glob;
      this.matching = matching;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (matches(folder)) {
        matching.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isPackage = file.toString().endsWith(".zip") || Files.isDirectory(file);
      if (isPackage && matches(file)) {
        matching.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Whoever looks into a folder that matches says that it cannot be read. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
      if (!matches(path)) {
        throw failure;
      }
      matching.add(path);
      return FileVisitResult.CONTINUE;
    }

    private boolean matches(Path path) {
      return glob.matches(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
    }
  }
}
