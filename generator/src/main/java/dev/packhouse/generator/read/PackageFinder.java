package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for packages below the given roots: folders at any depth with a manifest of a package, and
 * zips. What lies inside a package is never looked at as a package of its own.
 */
public final class PackageFinder {
  /** What was found before, and looks as it did then. */
  public interface Earlier {
    /** As it was found, with whatever number of the root. */
    Optional<FoundPackage> find(RawPackage.Source source) throws IOException;
  }

  private final Earlier earlier;
  private final List<FoundPackage> packages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Integer> unread = new HashSet<>();

  private PackageFinder(Earlier earlier) {
    this.earlier = earlier;
  }

  /**
   * What was found.
   *
   * @param packages by root, then by path
   * @param unread numbers of the roots below which something could not be read, so that nobody
   *     knows which packages are there; a finding says what
   */
  public record Found(List<FoundPackage> packages, List<Finding> findings, Set<Integer> unread) {
    public Found {
      unread = Set.copyOf(unread);
      packages = List.copyOf(packages);
      findings = List.copyOf(findings);
    }
  }

  /** Looks below each root as if for the first time. */
  public static Found find(List<Path> roots) throws IOException {
    return find(roots, _ -> Optional.empty());
  }

  /**
   * Looks below each root, in order.
   *
   * @param roots folders of packages, packages, or zips
   * @param earlier tells of packages whose manifests need not be read again
   * @throws IOException if a root is missing, or neither a folder nor a zip
   */
  public static Found find(List<Path> roots, Earlier earlier) throws IOException {
    PackageFinder finder = new PackageFinder(earlier);
    for (int root = 0; root < roots.size(); root++) {
      finder.search(root, roots.get(root));
    }
    finder.packages.sort(
        Comparator.comparingInt(FoundPackage::root).thenComparing(it -> it.source().display()));
    return new Found(finder.packages, finder.findings, finder.unread);
  }

  private void search(int number, Path root) throws IOException {
    if (!Files.exists(root)) {
      @Nullable String hint =
          NearestFile.of(root).map(near -> "did you mean " + near + "?").orElse(null);
      throw new NoSuchFileException(root.toString(), null, hint);
    }
    if (!Files.isDirectory(root) && !PackageVisitor.isZip(root)) {
      throw new FileSystemException(
          root.toString(),
          null,
          "this is neither a folder nor a zip; name the folder that is the package, or a zip of"
              + " it");
    }
    Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
    PackageVisitor visitor = new PackageVisitor(number, root, start, earlier);
    Files.walkFileTree(start, visitor);
    packages.addAll(visitor.packages());
    findings.addAll(visitor.findings());
    if (!visitor.isWhole()) {
      unread.add(number);
    }
  }
}
