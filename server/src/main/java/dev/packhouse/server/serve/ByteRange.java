package dev.packhouse.server.serve;

/** A stretch of an answer's bytes. */
record ByteRange(long from, long length) {
  /** The header Content-Range for it. */
  String contentRange(long total) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + total;
  }
}
