package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads the files of one package as YAML or JSON when asked, and again only where memory was too
 * short to keep them. Not for several threads.
 */
final class Documents implements RawPackage.Documents {
  /** Bytes of the largest file that is read as a document; the largest real one has 3,320,263. */
  static final int LARGEST = 4 * 1024 * 1024;

  /**
   * Keys and values that a file may hold. Each takes up to a kilobyte while YAML is read; the
   * largest real file has less than 80,000.
   */
  static final int MOST_VALUES = 200_000;

  private final RawPackage.Source source;
  private final Map<String, PackageFile> files;
  private final Map<String, SoftReference<Document>> read = new HashMap<>();

  Documents(RawPackage.Source source, Map<String, PackageFile> files) {
    this.source = source;
    this.files = files;
  }

  @Override
  public Document read(String path) throws IOException {
    return path.endsWith(".json") ? read(path, JsonReader::read) : readYaml(path);
  }

  @Override
  public Document readYaml(String path) throws IOException {
    return read(path, YamlReader::read);
  }

  private Document read(String path, BiFunction<String, byte[], Document> parser)
      throws IOException {
    SoftReference<Document> kept = read.get(path);
    Document known = kept == null ? null : kept.get();
    if (known == null) {
      PackageFile file = files.get(path);
      if (file == null) {
        throw new IllegalStateException("no file " + path + " in " + source.display());
      }
      known = load(source.display() + "/" + path, file, parser);
      read.put(path, new SoftReference<>(known));
    }
    return known;
  }

  static Document load(
      String display, PackageFile file, BiFunction<String, byte[], Document> parser)
      throws IOException {
    if (file.size() > LARGEST) {
      return new Document.Broken(
          ReadFindings.error(
              "file.size_limit",
              display,
              "The file has " + file.size() + " bytes; at most " + LARGEST + " are read.",
              "Make it smaller, or split it."));
    }
    byte[] bytes;
    try (InputStream in = file.content().open()) {
      bytes = in.readNBytes(LARGEST);
    }
    return parser.apply(display, bytes);
  }
}
