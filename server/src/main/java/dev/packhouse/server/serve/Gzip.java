package dev.packhouse.server.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Coded forms of bodies, the last used of them kept, since most clients ask for the same few. */
final class Gzip {
  /** Below this the coding's own bytes outweigh what it saves. */
  private static final int LEAST = 128;

  /** Above this, waiting for the coded form (its length comes first) costs more than it saves. */
  private static final int MOST = 64 << 20;

  private static final long CACHE_BYTES = 32 << 20;

  private final LruCache<EntityTag, byte[]> coded =
      new LruCache<>(CACHE_BYTES, bytes -> bytes.length);

  static boolean isWorthwhile(MediaType type, long length) {
    return type.compressible() && length >= LEAST && length <= MOST;
  }

  /**
   * @param tag of the body as it is
   */
  Body encode(Body body, EntityTag tag) throws IOException {
    byte[] known = coded.get(tag);
    if (known != null) {
      return Body.of(known);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) (body.length() / 4));
    OutputStream gzip = new GZIPOutputStream(out, 16 * 1024);
    try (ChunkedOutput chunks = new ChunkedOutput(gzip, body.length())) {
      body.writeTo(chunks);
    }
    byte[] bytes = out.toByteArray();
    coded.put(tag, bytes);
    return Body.of(bytes);
  }
}
