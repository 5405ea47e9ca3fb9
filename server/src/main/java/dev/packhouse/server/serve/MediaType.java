package dev.packhouse.server.serve;

/**
 * A kind of content.
 *
 * @param text value of the header Content-Type
 * @param compressible whether gzip makes it smaller
 */
record MediaType(String text, boolean compressible) {
  static final MediaType JSON = text("application/json");
  static final MediaType PLAIN_TEXT = text("text/plain; charset=utf-8");
  static final MediaType BYTES = binary("application/octet-stream");

  static MediaType text(String text) {
    return new MediaType(text, true);
  }

  static MediaType binary(String text) {
    return new MediaType(text, false);
  }
}
