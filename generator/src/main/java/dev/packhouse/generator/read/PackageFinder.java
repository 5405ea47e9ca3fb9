package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for packages below the given roots: folders at any depth with a manifest of a package, and
 * zips. What lies inside a package is never looked at as a package of its own.
 */
public final class PackageFinder {
  /** In bytes; a detached signature has about one thousand. */
  private static final long LARGEST_SIGNATURE = 64 * 1024;

  private final List<FoundPackage> packages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private PackageFinder() {}

  /**
   * What was found.
   *
   * @param packages by root, then by path
   */
  public record Found(List<FoundPackage> packages, List<Finding> findings) {
    public Found {
      packages = List.copyOf(packages);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Looks below each root, in order.
   *
   * @param roots folders of packages, packages, or zips
   * @throws IOException if a root is missing, or a folder below it cannot be read
   */
  public static Found find(List<Path> roots) throws IOException {
    PackageFinder finder = new PackageFinder();
    for (int root = 0; root < roots.size(); root++) {
      finder.search(root, roots.get(root));
    }
    finder.packages.sort(
        Comparator.comparingInt(FoundPackage::root).thenComparing(it -> it.source().display()));
    return new Found(finder.packages, finder.findings);
  }

  private void search(int number, Path root) throws IOException {
    if (!Files.exists(root)) {
      throw new NoSuchFileException(root.toString(), null, "there is no such file or folder");
    }
    if (!Files.isDirectory(root) && !isZip(root)) {
      throw new FileSystemException(root.toString(), null, "this is neither a folder nor a zip");
    }
    Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
    Files.walkFileTree(start, new Visitor(number, root, start));
  }

  private static boolean isZip(Path file) {
    return file.toString().endsWith(".zip") && Files.isRegularFile(file);
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final int number;
    private final Path root;
    private final Path start;

    Visitor(int number, Path root, Path start) {
      this.number = number;
      this.root = root;
      this.start = start;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
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
      RawPackage.Source.Folder source = new RawPackage.Source.Folder(display(folder), folder);
      ManifestPeek peek = ManifestPeek.of(PackageReader.manifestOf(source, manifest));
      if (!peek.isPackage()) {
        noteOtherManifest(folder);
        return FileVisitResult.CONTINUE;
      }
      packages.add(peek.found(source, number));
      noteUnusedSignature(folder);
      return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (isZip(file)) {
        zip(file);
      } else if (file.toString().endsWith(".zip")
          && Files.exists(file)
          && !Files.isDirectory(file)) {
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
      RawPackage.Source.Zip source =
          new RawPackage.Source.Zip(display(file), file, signatureOf(file));
      try (RawPackage raw = ZipScanner.list(source)) {
        packages.add(ManifestPeek.of(raw).found(source, number));
      }
    }

    /** A signature is published as it is, so no link may bring in a file from elsewhere. */
    private Optional<Path> signatureOf(Path zip) throws IOException {
      Path signature = zip.resolveSibling(zip.getFileName() + ".sig");
      if (!Files.isRegularFile(signature)) {
        return Optional.empty();
      }
      Path folder = Files.isDirectory(start) ? start : start.resolveSibling("");
      if (!signature.toRealPath().startsWith(folder.toRealPath())) {
        findings.add(
            ReadFindings.error(
                "package.link.outside",
                display(signature),
                "The signature is a symbolic link that leads out of the packages' folder.",
                "Put the signature itself here."));
        return Optional.empty();
      }
      if (Files.size(signature) > LARGEST_SIGNATURE) {
        findings.add(
            ReadFindings.error(
                "package.signature.size",
                display(signature),
                "A signature has at most " + LARGEST_SIGNATURE + " bytes.",
                "Put a detached signature here, or take this file away."));
        return Optional.empty();
      }
      return Optional.of(signature);
    }

    private String display(Path path) {
      Path below = start.relativize(path);
      return below.toString().isEmpty() ? root.toString() : root.resolve(below).toString();
    }
  }
}
