package dev.packhouse.server.serve;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file or a stretch of one, read while it is sent.
 *
 * @param from first byte of the file that belongs to it
 */
record FileBody(Path file, long from, long length) implements Body {
  /**
   * @param range within this body
   */
  FileBody slice(ByteRange range) {
    return new FileBody(file, from + range.from(), range.length());
  }

  @Override
  public long memory() {
    return 0;
  }

  @Override
  public boolean isFile() {
    return true;
  }

  @Override
  public void writeTo(ChunkedOutput out) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (out.transfer(channel, from, length) < length) {
        throw new EOFException(file + " became shorter while it was sent");
      }
    }
  }
}
