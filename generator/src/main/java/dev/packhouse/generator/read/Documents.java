package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.LinkedFile;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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
   * Keys and values that a file may hold: as many as are read, held against a schema and told of in
   * about a second. The largest real file has less than 80,000.
   */
  static final int MOST_VALUES = 100_000;

  private final RawPackage.Source source;
  private final Map<String, PackageFile> files;
  private final DocumentCache cache;
  private final FileLinks links;
  private final Map<String, SoftReference<Document>> read = new HashMap<>();
  private final Map<String, LinkedFile> followed = new HashMap<>();

  Documents(RawPackage.Source source, Map<String, PackageFile> files, DocumentCache cache) {
    this.source = source;
    this.files = files;
    this.cache = cache;
    links = new FileLinks(source);
  }

  @Override
  public Document read(String path) throws IOException {
    return read(path, Syntax.of(path));
  }

  @Override
  public Document readYaml(String path) throws IOException {
    return read(path, Syntax.YAML);
  }

  @Override
  public Document readOutline(String path) throws IOException {
    return switch (follow(path)) {
      case LinkedFile.Broken(Finding finding) -> new Document.Broken(finding);
      case LinkedFile.Found(PackageFile file) -> {
        try (InputStream in = file.content().open()) {
          yield JsonReader.outline(source.display() + "/" + file.path(), in);
        }
      }
    };
  }

  @Override
  public Document readText(String path) throws IOException {
    return load(path, Documents::text);
  }

  @Override
  public Document readJson(String path, Value.Text text) {
    return JsonReader.read(source.display() + "/" + path, text);
  }

  @Override
  public LinkedFile follow(String path) throws IOException {
    LinkedFile known = followed.get(path);
    if (known == null) {
      PackageFile file = files.get(path);
      if (file == null) {
        throw new IllegalStateException("no file " + path + " in " + source.display());
      }
      known = LinkedFile.isLink(path) ? links.follow(file) : new LinkedFile.Found(file);
      followed.put(path, known);
    }
    return known;
  }

  @Override
  public String origin(String path) {
    return followed.get(path) instanceof LinkedFile.Found(PackageFile file) ? file.path() : path;
  }

  @Override
  public boolean areShared() {
    return cache.keeps();
  }

  private Document read(String path, Syntax syntax) throws IOException {
    SoftReference<Document> kept = read.get(path);
    Document known = kept == null ? null : kept.get();
    if (known == null) {
      known = load(path, (file, bytes) -> cache.read(syntax, file, bytes));
      read.put(path, new SoftReference<>(known));
    }
    return known;
  }

  private Document load(String path, BiFunction<String, byte[], Document> parser)
      throws IOException {
    return switch (follow(path)) {
      case LinkedFile.Broken(Finding finding) -> new Document.Broken(finding);
      case LinkedFile.Found(PackageFile file) ->
          load(source.display() + "/" + file.path(), file, parser);
    };
  }

  private static Document text(String display, byte[] bytes) {
    Value text = new Value.Text(Place.START, new String(bytes, StandardCharsets.UTF_8));
    return new Document.Parsed(text, List.of());
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
