package dev.packhouse.server.serve;

import dev.packhouse.generator.model.PagePolicy;
import java.util.Optional;

/** What a browser may do with content that it takes for a page. */
enum ContentPolicy {
  /** It is none. */
  NONE(""),

  /** Nothing of a package runs in the name of the registry, and nothing is loaded for it. */
  OF_PACKAGE("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"),

  /** The registry's own pages use its own files, and stand in no page of others. */
  OF_PAGE(PagePolicy.TEXT + "; frame-ancestors 'none'");

  private final String text;

  ContentPolicy(String text) {
    this.text = text;
  }

  Optional<Header> header() {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Header("Content-Security-Policy", text));
  }
}
