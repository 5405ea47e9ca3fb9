package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * What a client of HTTP/2 sends, frame by frame, save what Helidon 4.5 must not get: what it says
 * about the window of its connection, which goes to a {@link ConnectionWindow}, whose own word
 * stands in its place; headers that would take more memory than a request may; and resets of
 * streams that are over, which come late from honest clients and would end the connection.
 */
final class ClientFrames implements Supplier<byte[]> {
  private static final byte[] NOTHING = new byte[0];

  /** RFC 9113, section 6.5.2: nobody was told that frames may be longer. Helidon refuses them. */
  private static final int LONGEST = 16_384;

  private final DataReader in;
  private final ConnectionWindow window;
  private final HeaderBlocks headers;
  private final OpenStreams streams;

  private final ByteBuffer head = ByteBuffer.allocate(Frame.HEAD);
  private ByteBuffer unread = ByteBuffer.wrap(NOTHING);

  /** A frame that is looked at as a whole. */
  private ByteBuffer content = ByteBuffer.wrap(NOTHING);

  private int passed;
  private boolean headStartGiven;

  /**
   * @param preface length of what comes before the first frame
   * @param longestHeaders of a request, in bytes
   */
  ClientFrames(
      DataReader in,
      int preface,
      int longestHeaders,
      ConnectionWindow window,
      OpenStreams streams) {
    this.in = in;
    this.passed = preface;
    this.window = window;
    this.headers = new HeaderBlocks(longestHeaders);
    this.streams = streams;
  }

  /** At most one frame, since what becomes of the next one may depend on what is done with it. */
  @Override
  public byte[] get() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (out.size() == 0) {
      if (!unread.hasRemaining()) {
        unread = ByteBuffer.wrap(read());
      }
      take(out);
    }
    return out.toByteArray();
  }

  private byte[] read() {
    in.ensureAvailable();
    return in.readBytes(in.available());
  }

  private void take(ByteArrayOutputStream out) {
    if (passed > 0) {
      passed -= move(passed, out);
    } else if (!headStartGiven) {
      headStartGiven = true;
      out.writeBytes(Frame.windowUpdate(ConnectionWindow.HEAD_START));
    } else if (head.hasRemaining()) {
      fill(head);
      if (!head.hasRemaining()) {
        begin(new Frame(head.array()), out);
      }
    } else {
      fill(content);
      if (!content.hasRemaining()) {
        finish(new Frame(content.array()), out);
        head.clear();
      }
    }
  }

  private int move(int most, ByteArrayOutputStream out) {
    byte[] bytes = new byte[Math.min(most, unread.remaining())];
    unread.get(bytes);
    out.writeBytes(bytes);
    return bytes.length;
  }

  private void fill(ByteBuffer to) {
    int count = Math.min(to.remaining(), unread.remaining());
    to.put(unread.slice().limit(count));
    unread.position(unread.position() + count);
  }

  /** Frames that are not looked at as a whole go on at once. */
  private void begin(Frame frame, ByteArrayOutputStream out) {
    boolean isWhole =
        switch (frame.type()) {
          case Frame.HEADERS, Frame.RST_STREAM, Frame.WINDOW_UPDATE, Frame.CONTINUATION ->
              frame.length() <= LONGEST;
          default -> false;
        };
    if (isWhole) {
      content = ByteBuffer.allocate(Frame.HEAD + frame.length()).put(head.array());
      if (content.hasRemaining()) {
        return;
      }
      finish(new Frame(content.array()), out);
    } else {
      streams.received(frame);
      out.write(head.array(), 0, Frame.HEAD);
      passed = frame.length();
    }
    head.clear();
  }

  private void finish(Frame frame, ByteArrayOutputStream out) {
    content = ByteBuffer.wrap(NOTHING);
    switch (frame.type()) {
      case Frame.WINDOW_UPDATE -> update(frame, out);
      case Frame.RST_STREAM -> {
        if (!streams.isOver(frame.stream())) {
          streams.received(frame);
          out.writeBytes(frame.bytes());
        }
      }
      default -> {
        if (!headers.take(frame)) {
          window.writeNow(Frame.goAway(Integer.MAX_VALUE, Frame.ENHANCE_YOUR_CALM).buffer());
          throw new CloseConnectionException("headers are too many or too long");
        }
        streams.received(frame);
        out.writeBytes(frame.bytes());
      }
    }
  }

  private void update(Frame frame, ByteArrayOutputStream out) {
    if (frame.stream() != 0 || frame.length() != Integer.BYTES) {
      out.writeBytes(frame.bytes());
      return;
    }
    int increment = ByteBuffer.wrap(frame.bytes()).getInt(Frame.HEAD) & Integer.MAX_VALUE;
    int told = increment == 0 ? 0 : window.widen(increment);
    if (told > 0 || increment == 0) {
      out.writeBytes(Frame.windowUpdate(told)); // one of nothing is an error, and Helidon's to find
    }
  }
}
