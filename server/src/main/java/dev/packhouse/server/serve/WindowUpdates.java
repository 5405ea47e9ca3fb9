package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * All that a client of HTTP/2 sends, save what it says about the window of its connection: that
 * goes to a {@link ConnectionWindow}, whose own word stands in its place.
 */
final class WindowUpdates implements Supplier<byte[]> {
  /** Length and type of an update. */
  private static final int UPDATE = Integer.BYTES << Byte.SIZE | 8;

  private static final int INCREMENT = DataFrame.HEAD;

  private final DataReader in;
  private final ConnectionWindow window;

  /** The head of a frame, or the whole of an update. */
  private final ByteBuffer frame = ByteBuffer.allocate(DataFrame.HEAD + Integer.BYTES);

  private int passed;
  private boolean headStartGiven;

  /**
   * @param preface length of what comes before the first frame
   */
  WindowUpdates(DataReader in, int preface, ConnectionWindow window) {
    this.in = in;
    this.passed = preface;
    this.window = window;
  }

  @Override
  public byte[] get() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (out.size() == 0) {
      ByteBuffer unread = ByteBuffer.wrap(read());
      while (unread.hasRemaining()) {
        take(unread, out);
      }
    }
    return out.toByteArray();
  }

  private byte[] read() {
    in.ensureAvailable();
    return in.readBytes(in.available());
  }

  private void take(ByteBuffer unread, ByteArrayOutputStream out) {
    if (passed > 0) {
      byte[] here = new byte[Math.min(passed, unread.remaining())];
      unread.get(here);
      out.writeBytes(here);
      passed -= here.length;
      return;
    }
    if (!headStartGiven) {
      headStartGiven = true;
      update(ConnectionWindow.HEAD_START, out);
    }
    frame.put(unread.get());
    if (frame.position() == DataFrame.HEAD && !isUpdateOfConnection()) {
      out.write(frame.array(), 0, DataFrame.HEAD);
      passed = frame.getInt(0) >>> Byte.SIZE;
      frame.clear();
    } else if (!frame.hasRemaining()) {
      widen(frame.getInt(INCREMENT) & Integer.MAX_VALUE, out);
      frame.clear();
    }
  }

  private void widen(int increment, ByteArrayOutputStream out) {
    if (increment == 0) {
      update(0, out); // an error, and Helidon's to find
      return;
    }
    int told = window.widen(increment);
    if (told > 0) {
      update(told, out);
    }
  }

  private static void update(int increment, ByteArrayOutputStream out) {
    ByteBuffer update = ByteBuffer.allocate(DataFrame.HEAD + Integer.BYTES);
    update.putInt(UPDATE).putInt(INCREMENT, increment);
    out.writeBytes(update.array());
  }

  /** Its length, its type, and the stream of the connection. */
  private boolean isUpdateOfConnection() {
    return frame.getInt(0) == UPDATE && (frame.getInt(5) & Integer.MAX_VALUE) == 0;
  }
}
