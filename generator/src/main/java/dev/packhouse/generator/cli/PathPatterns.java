package dev.packhouse.generator.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Paths of a command line, among them globs in quotes that no shell has expanded. */
final class PathPatterns {
  private static final String WILD = "*?[{";

  private PathPatterns() {}

  /**
   * What the paths name, in their order. A glob names the folders and zips that it matches, sorted;
   * what lies in a matching folder is part of it.
   *
   * @throws IOException if nothing matches a glob, or a folder cannot be read
   */
  static List<Path> expand(List<String> paths) throws IOException {
    List<Path> expanded = new ArrayList<>();
    for (String path : paths) {
      if (isWild(path) && !Files.exists(Path.of(path))) {
        expanded.addAll(matching(path));
      } else {
        expanded.add(Path.of(path));
      }
    }
    return expanded;
  }

  private static List<Path> matching(String glob) throws IOException {
    Path base = Path.of(glob.startsWith("/") ? "/" : "");
    for (String name : glob.split("/", -1)) {
      if (isWild(name)) {
        break;
      }
      base = base.resolve(name);
    }
    List<Path> matching = new ArrayList<>();
    if (Files.isDirectory(base)) {
      PathMatcher matcher = base.getFileSystem().getPathMatcher("glob:" + glob);
      Files.walkFileTree(base, new Matching(matcher, matching));
    }
    if (matching.isEmpty()) {
      throw new NoSuchFileException(glob);
    }
    Collections.sort(matching);
    return matching;
  }

  private static boolean isWild(String text) {
    return text.chars().anyMatch(it -> WILD.indexOf(it) >= 0);
  }

  private static final class Matching extends SimpleFileVisitor<Path> {
    private final PathMatcher matcher;
    private final List<Path> matching;

    Matching(PathMatcher matcher, List<Path> matching) {
      this.matcher = matcher;
      this.matching = matching;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (matcher.matches(folder)) {
        matching.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isPackage = file.toString().endsWith(".zip") || Files.isDirectory(file);
      if (isPackage && matcher.matches(file)) {
        matching.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
