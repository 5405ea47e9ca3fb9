package dev.packhouse.server.serve;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or a stretch of one, read while it is sent.
 *
 * @param from first byte of the file that belongs to it
 * @param held all bytes of the file, where they are in memory anyway; nobody writes to them
 */
record FileBody(Path file, long from, long length, Optional<byte[]> held) implements Body {
  /**
   * @param range within this body
   */
  FileBody slice(ByteRange range) {
    return new FileBody(file, from + range.from(), range.length(), held);
  }

  /** What is held is held for others, too. */
  @Override
  public long memory() {
    return 0;
  }

  @Override
  public boolean isFile() {
    return held.isEmpty();
  }

  @Override
  public void writeTo(ChunkedOutput out) throws IOException {
    if (held.isPresent()) {
      out.write(held.get(), Math.toIntExact(from), Math.toIntExact(length));
      return;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      if (out.transfer(channel, from, length) < length) {
        throw new EOFException(file + " became shorter while it was sent");
      }
    }
  }
}
