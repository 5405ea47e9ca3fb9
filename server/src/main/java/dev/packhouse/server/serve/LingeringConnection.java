package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/**
 * A connection that reads the rest of a request line that was too long, or of a body in chunks,
 * before it closes. A socket that closes with something unread resets the connection, and the
 * client would see that instead of the answer: RFC 9112, section 9.6.
 *
 * @param http1 a connection of Helidon's
 */
record LingeringConnection(ServerConnection http1, DataReader reader, int longestLine)
    implements ServerConnection, InterruptableTask<Void> {
  private static final int MOST_DISCARDED = 16 * 1024 * 1024;
  private static final int BLANK_LINE = 0x0d0a0d0a;

  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      http1.handle(limit);
    } catch (UnreadChunks unread) {
      discardUntilBlankLine();
      throw unread;
    }
    // A line that Helidon refuses is still in the reader.
    if (reader.available() >= longestLine) {
      discardUntilBlankLine();
    }
  }

  @Override
  public Duration idleTime() {
    return http1.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http1.close(interrupt);
  }

  @Override
  public boolean canInterrupt() {
    return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
  }

  private void discardUntilBlankLine() {
    int discarded = 0;
    int last = 0;
    try {
      while (discarded < MOST_DISCARDED && last != BLANK_LINE) {
        reader.ensureAvailable();
        byte[] bytes = reader.readBytes(reader.available());
        discarded += bytes.length;
        for (int i = Math.max(0, bytes.length - Integer.BYTES); i < bytes.length; i++) {
          last = last << Byte.SIZE | (bytes[i] & 0xff);
        }
      }
    } catch (DataReader.InsufficientDataAvailableException e) {
      return; // the client has sent all that it wanted to
    }
  }
}
