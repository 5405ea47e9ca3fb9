package dev.packhouse.generator.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The look and the scripts: their names hold a hash of the content, so that caches may keep them
 * for good.
 */
final class Assets {
  /** The look of every page. */
  static final String STYLE = "catalogue.css";

  /** Search, suggestions and filters. */
  static final String SEARCH = "search.js";

  /** What only the page of a package has. */
  static final String PACKAGE = "package.js";

  /** The icon of the site. */
  static final String ICON = "packhouse.svg";

  private final Map<String, byte[]> byPath = new TreeMap<>();
  private final Map<String, String> paths = new TreeMap<>();

  private Assets() {}

  /** Those in the jar. */
  static Assets read() {
    Assets assets = new Assets();
    for (String name : new String[] {STYLE, SEARCH, PACKAGE, ICON}) {
      byte[] content = content(name);
      int dot = name.lastIndexOf('.');
      String path =
          "assets/" + name.substring(0, dot) + "." + Digest.brief(content) + name.substring(dot);
      assets.paths.put(name, path);
      assets.byPath.put(path, content);
    }
    return assets;
  }

  /** Where it lies, below the folder of the pages. */
  String path(String name) {
    String path = paths.get(name);
    if (path == null) {
      throw new IllegalStateException("no such asset: " + name);
    }
    return path;
  }

  /** All of them by path. */
  Map<String, byte[]> byPath() {
    return byPath;
  }

  private static byte[] content(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
