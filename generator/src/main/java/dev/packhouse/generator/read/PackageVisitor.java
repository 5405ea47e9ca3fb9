package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the packages below one root. */
final class PackageVisitor extends SimpleFileVisitor<Path> {
  private final int number;
  private final Path root;
  private final Path start;
  private final PackageFinder.Earlier earlier;
  private final List<FoundPackage> packages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private boolean whole = true;

  /**
   * @param number of the root among those that were given
   * @param root as the user named it
   * @param start where it is, which is elsewhere if the root is a link
   */
  PackageVisitor(int number, Path root, Path start, PackageFinder.Earlier earlier) {
    this.number = number;
    this.root = root;
    this.start = start;
    this.earlier = earlier;
  }

  List<FoundPackage> packages() {
    return packages;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether all could be read that says which packages there are. */
  boolean isWhole() {
    return whole;
  }

  static boolean isZip(Path file) {
    return file.toString().endsWith(".zip") && Files.isRegularFile(file);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (isRegistry(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Path manifest = folder.resolve(RawPackage.MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      if (Files.exists(manifest)) {
        findings.add(special(manifest));
      }
      return FileVisitResult.CONTINUE;
    }
    try {
      return folder(folder, manifest);
    } catch (IOException failed) {
      unread(manifest, failed);
      return FileVisitResult.SKIP_SUBTREE;
    }
  }

  private FileVisitResult folder(Path folder, Path manifest) throws IOException {
    RawPackage.Source.Folder source = new RawPackage.Source.Folder(display(folder), folder);
    if (!foundEarlier(source)) {
      ManifestPeek peek = ManifestPeek.of(PackageReader.manifestOf(source, manifest));
      if (!peek.isPackage()) {
        noteOtherManifest(folder);
        return FileVisitResult.CONTINUE;
      }
      packages.add(peek.found(source, number));
    }
    noteUnusedSignature(folder);
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isZip(file)) {
      try {
        zip(file);
      } catch (IOException failed) {
        unread(file, failed);
      }
    } else if (file.toString().endsWith(".zip") && Files.exists(file) && !Files.isDirectory(file)) {
      findings.add(special(file));
    } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      findings.add(
          ReadFindings.warning(
              "package.link.folder",
              display(file),
              "Symbolic links to folders are not followed.",
              "Name the folder it leads to with --packages."));
    } else if (attributes.isSymbolicLink() && !Files.exists(file)) {
      findings.add(
          ReadFindings.warning(
              "package.link.broken",
              display(file),
              "The symbolic link leads to nothing.",
              "Mend or remove it, if a package should be here."));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    unread(path, failure);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    if (failure != null) {
      unread(folder, failure);
    }
    return FileVisitResult.CONTINUE;
  }

  private void unread(Path path, IOException failure) {
    whole = false;
    findings.add(UnreadableFileException.of(display(path), failure).finding());
  }

  private Finding special(Path file) {
    return ReadFindings.error(
        "package.file.special",
        display(file),
        "A package should begin here, and this is no file.",
        "Remove it, or put the file itself here.");
  }

  /** What an earlier run published, when its output folder lies among the packages. */
  private static boolean isRegistry(Path folder) {
    return Files.isRegularFile(folder.resolve(RegistryLayout.POINTER))
        && Files.isDirectory(folder.resolve(RegistryLayout.GENERATIONS));
  }

  /** The manifest of a data stream is not meant to start a package. */
  private void noteOtherManifest(Path folder) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null || !parent.endsWith("data_stream")) {
      findings.add(
          ReadFindings.note(
              "package.manifest.other",
              display(folder) + "/" + RawPackage.MANIFEST,
              "This manifest has neither format_version nor name and version, so it starts no"
                  + " package.",
              "If it should, add format_version, name and version."));
    }
  }

  /** A signature is over the bytes of one zip; the zip of a folder is made here. */
  private void noteUnusedSignature(Path folder) {
    Path signature = folder.resolveSibling(folder.getFileName() + ".sig");
    if (!folder.equals(start) && Files.isRegularFile(signature)) {
      findings.add(
          ReadFindings.note(
              "package.signature.unused",
              display(signature),
              "A signature beside a folder is not published: it signs a zip's bytes.",
              "Put the signed zip here instead of the folder."));
    }
  }

  private void zip(Path file) throws IOException {
    Path folder = Files.isDirectory(start) ? start : start.resolveSibling("");
    Path beside = file.resolveSibling(file.getFileName() + ".sig");
    Signature signature = Signature.read(beside, display(beside), folder);
    findings.addAll(signature.findings());
    RawPackage.Source.Zip source = new RawPackage.Source.Zip(display(file), file, signature.file());
    if (!foundEarlier(source)) {
      try (RawPackage raw = ZipScanner.list(source)) {
        packages.add(ManifestPeek.of(raw).found(source, number));
      }
    }
  }

  private boolean foundEarlier(RawPackage.Source source) throws IOException {
    Optional<FoundPackage> found = earlier.find(source);
    found.ifPresent(it -> packages.add(it.below(number)));
    return found.isPresent();
  }

  private String display(Path path) {
    Path below = start.relativize(path);
    return below.toString().isEmpty() ? root.toString() : root.resolve(below).toString();
  }
}
