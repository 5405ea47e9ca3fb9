package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists what a package folder holds, and refuses what leads out of it. */
final class FolderScanner extends SimpleFileVisitor<Path> {
  private final RawPackage.Source.Folder source;
  private final Path root;
  private final Path realRoot;
  private final NavigableMap<String, PackageFile> files = new TreeMap<>();
  private final SortedSet<String> folders = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private FolderScanner(RawPackage.Source.Folder source) throws IOException {
    this.source = source;
    root = source.path().toAbsolutePath().normalize();
    realRoot = root.toRealPath();
  }

  static RawPackage scan(RawPackage.Source.Folder source, DocumentCache cache) throws IOException {
    FolderScanner scanner = new FolderScanner(source);
    Files.walkFileTree(scanner.root, scanner);
    scanner.findings.addAll(FileNames.check(source.display(), scanner.files.keySet()));
    scanner.findings.addAll(FileNames.equalButForCase(source.display(), scanner.files.keySet()));
    return new RawPackage(
        source,
        Optional.empty(),
        scanner.files,
        scanner.folders,
        new Documents(source, scanner.files, cache),
        scanner.findings,
        () -> {});
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    String path = relative(folder);
    if (FileNames.isTooLong(path)) {
      // Further down the system itself would refuse paths, and end the whole run.
      findings.add(FileNames.tooLong(source.display(), path));
      return FileVisitResult.SKIP_SUBTREE;
    }
    folders.add(path);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (files.size() == ReadFindings.MOST_FILES) {
      findings.add(ReadFindings.tooManyFiles(source.display()));
      return FileVisitResult.TERMINATE;
    }
    String path = relative(file);
    if (attributes.isSymbolicLink()) {
      link(path, file);
    } else if (attributes.isRegularFile()) {
      add(path, file, attributes.size());
    } else {
      findings.add(
          ReadFindings.error(
              "package.file.special",
              source.display() + "/" + path,
              "This is neither a file nor a folder.",
              "Remove it; a package holds files only."));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    String below = relative(path);
    throw UnreadableFileException.of(
        below.isEmpty() ? source.display() : source.display() + "/" + below, failure);
  }

  private void link(String path, Path link) throws IOException {
    String display = source.display() + "/" + path;
    Path named = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
    if (!Files.exists(link) && named.startsWith(root)) {
      findings.add(
          ReadFindings.error(
              "package.link.invalid",
              display,
              "The symbolic link leads to nothing.",
              "Put the file itself here, or remove the link."));
      return;
    }
    Path target = Files.exists(link) ? link.toRealPath() : named;
    if (!target.startsWith(realRoot)) {
      findings.add(
          ReadFindings.error(
              "package.link.outside",
              display,
              "The symbolic link leads out of the package.",
              "Put the file itself into the package."));
    } else if (Files.isRegularFile(target)) {
      add(path, target, Files.size(target));
    } else {
      findings.add(
          ReadFindings.warning(
              "package.link.folder",
              display,
              "The symbolic link leads to a folder and is left out.",
              "Put the folder itself here."));
    }
  }

  /**
   * What is asked for here is whether there is permission, for files that nobody looks into too.
   */
  private void add(String path, Path file, long size) throws IOException {
    String display = source.display() + "/" + path;
    if (!Files.isReadable(file)) {
      throw new UnreadableFileException(display, new AccessDeniedException(file.toString()));
    }
    files.put(
        path,
        new PackageFile(path, size, NamedContent.of(display, () -> Files.newInputStream(file))));
  }

  private String relative(Path path) {
    StringBuilder joined = new StringBuilder();
    for (Path name : root.relativize(path)) {
      joined.append(joined.isEmpty() ? "" : "/").append(name);
    }
    return joined.toString();
  }
}
