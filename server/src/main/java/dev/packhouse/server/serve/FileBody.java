package dev.packhouse.server.serve;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
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
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(from);
      if (out.transfer(channel, length) < length) {
        throw new EOFException(file + " became shorter while it was sent");
      }
    }
  }
}
