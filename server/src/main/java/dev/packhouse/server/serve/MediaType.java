package dev.packhouse.server.serve;

/**
 * A kind of content.
 *
 * @param text value of the header Content-Type
 * @param compressible whether gzip makes it smaller
 * @param policy for browsers, which may take it for a page with scripts in it
 */
record MediaType(String text, boolean compressible, ContentPolicy policy) {
  static final MediaType JSON = text("application/json");
  static final MediaType ATOM = text("application/atom+xml; charset=utf-8");
  static final MediaType PLAIN_TEXT = text("text/plain; charset=utf-8");
  static final MediaType BYTES = binary("application/octet-stream");

  static MediaType text(String text) {
    return new MediaType(text, true, ContentPolicy.NONE);
  }

  /** Of a package. */
  static MediaType document(String text) {
    return new MediaType(text, true, ContentPolicy.OF_PACKAGE);
  }

  /** Of the registry itself. */
  static MediaType page(String text) {
    return new MediaType(text, true, ContentPolicy.OF_PAGE);
  }

  static MediaType binary(String text) {
    return new MediaType(text, false, ContentPolicy.NONE);
  }
}
