package dev.packhouse.generator.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A package as it was found, before anything of it is believed.
 *
 * @param source folder or zip
 * @param files regular files by path, sorted
 * @param topFolder the one folder in which a zip holds everything; absent for a folder
 * @param folders all folders below the package, sorted
 * @param documents reads the YAML and JSON files among the files
 * @param findings what was wrong with the folder or zip itself
 * @param resource what stays open while the files may be read: nothing for a folder
 */
public record RawPackage(
    Source source,
    Optional<String> topFolder,
    NavigableMap<String, PackageFile> files,
    SortedSet<String> folders,
    Documents documents,
    List<Finding> findings,
    Closeable resource)
    implements Closeable {
  /** Name of the file that makes a folder a package, and one below it a data stream. */
  public static final String MANIFEST = "manifest.yml";

  public RawPackage {
    files = new TreeMap<>(files);
    folders = new TreeSet<>(folders);
    findings = List.copyOf(findings);
  }

  /** Path of a file of this package as the user knows it; of the package itself, where empty. */
  public String display(String file) {
    return file.isEmpty() ? source.display() : source.display() + "/" + file;
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }

  /** Where a package comes from. */
  public sealed interface Source {
    /** The path as the user knows it: given root and what lies below it. */
    String display();

    /** The folder or zip itself. */
    Path path();

    /** Name of the folder or zip itself, which is a version by custom. */
    String name();

    /** A folder with a manifest in it. */
    record Folder(String display, Path path) implements Source {
      @Override
      public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
      }
    }

    /** A zip with one top folder that holds a manifest. */
    record Zip(String display, Path path, Optional<Path> signature) implements Source {
      @Override
      public String name() {
        return path.getFileName().toString();
      }
    }
  }

  /**
   * Reads a file of the package when it is asked for: few of them are ever looked into. Of a file
   * that is a link, the content of its target is read.
   */
  public interface Documents {
    /** As JSON where the name ends in {@code .json}, as YAML otherwise. */
    Document read(String path) throws IOException;

    /** As YAML, whatever the name. */
    Document readYaml(String path) throws IOException;

    /** The outline of a JSON file of any length: objects and lists on the third level are empty. */
    Document readOutline(String path) throws IOException;

    /** As one text, whatever the name; bytes that are no UTF-8 become question marks. */
    Document readText(String path) throws IOException;

    /**
     * Reads JSON that stands as a text in a file; all of it is at the place of that text.
     *
     * @param path of the file
     */
    Document readJson(String path, Value.Text text);

    /** The file that holds the content: the named one or, where that is a link, its target. */
    LinkedFile follow(String path) throws IOException;

    /** Path of the file that what was read stands in: that of a link's target, or the same. */
    String origin(String path);

    /** Whether files of other packages with the same content may give the same values. */
    boolean areShared();
  }
}
