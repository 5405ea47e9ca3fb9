package dev.packhouse.server.serve;

/**
 * A kind of content.
 *
 * @param text value of the header Content-Type
 * @param compressible whether gzip makes it smaller
 * @param document whether a browser may take it for a page, with scripts in it
 */
record MediaType(String text, boolean compressible, boolean document) {
  static final MediaType JSON = text("application/json");
  static final MediaType ATOM = text("application/atom+xml; charset=utf-8");
  static final MediaType PLAIN_TEXT = text("text/plain; charset=utf-8");
  static final MediaType BYTES = binary("application/octet-stream");

  static MediaType text(String text) {
    return new MediaType(text, true, false);
  }

  static MediaType document(String text) {
    return new MediaType(text, true, true);
  }

  static MediaType binary(String text) {
    return new MediaType(text, false, false);
  }
}
