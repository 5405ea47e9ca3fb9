package dev.packhouse.server.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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
  public void writeTo(OutputStream out) throws IOException {
    byte[] bytes = new byte[(int) Math.min(ChunkedOutput.CHUNK, length)];
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(from);
      long left = length;
      while (left > 0) {
        int read = channel.read(ByteBuffer.wrap(bytes, 0, (int) Math.min(bytes.length, left)));
        if (read < 0) {
          throw new EOFException(file + " became shorter while it was sent");
        }
        out.write(bytes, 0, read);
        left -= read;
      }
    }
  }
}
