package dev.packhouse.server.serve;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where the chunks of an answer go. */
interface AnswerOutlet extends Closeable {
  /** Writes all that the buffer has, and returns when it is taken. */
  void write(ByteBuffer chunk) throws IOException;

  /** Whether files can go to the client without being read into the process. */
  default boolean sendsFiles() {
    return false;
  }

  /**
   * Sends as much of a stretch of a file as the client takes at the moment.
   *
   * @return how many bytes went, which may be none
   */
  default long send(FileChannel file, long from, long count) throws IOException {
    return 0;
  }

  /** Takes chunks whose bytes are in an array. */
  static AnswerOutlet of(OutputStream out) {
    return new AnswerOutlet() {
      @Override
      public void write(ByteBuffer chunk) throws IOException {
        out.write(chunk.array(), chunk.arrayOffset() + chunk.position(), chunk.remaining());
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
