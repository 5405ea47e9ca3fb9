package dev.packhouse.generator.emit;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The bodies that a generation holds beside its index. Each is asked for once, and none if nothing
 * changed.
 *
 * @param index {@code index.json}
 * @param search {@code search.json}, the newest of each package
 * @param searchAll {@code search-all.json}, every version
 * @param categories {@code categories.json}
 * @param openApi {@code openapi.json}
 */
public record Listings(Body index, Body search, Body searchAll, Body categories, Body openApi) {
  /** Writes JSON in ASCII; the stream is buffered, and is closed by its owner. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }
}
