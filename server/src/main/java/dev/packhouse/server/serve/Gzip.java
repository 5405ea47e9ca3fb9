package dev.packhouse.server.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Coded forms of bodies.
 *
 * @param cache where those are kept that were made last, since most clients ask for the same few
 */
record Gzip(AnswerCache cache) {
  /** Below this the coding's own bytes outweigh what it saves. */
  private static final int LEAST = 128;

  /** Above this, waiting for the coded form (its length comes first) costs more than it saves. */
  private static final int MOST = 64 << 20;

  /** What the coded form of a body is kept under. */
  private record Coded(EntityTag tag) {}

  static boolean isWorthwhile(MediaType type, long length) {
    return type.compressible() && length >= LEAST && length <= MOST;
  }

  /**
   * @param tag of the body as it is
   */
  Body encode(Body body, EntityTag tag) throws IOException {
    return cache.get(new Coded(tag), () -> new AnswerCache.Kept(coded(body), tag)).body();
  }

  private static Body coded(Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) (body.length() / 4));
    OutputStream gzip = new GZIPOutputStream(out, 16 * 1024);
    try (ChunkedOutput chunks = new ChunkedOutput(gzip, body.length())) {
      body.writeTo(chunks);
    }
    return Body.shared(out.toByteArray());
  }
}
