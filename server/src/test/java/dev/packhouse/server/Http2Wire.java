package dev.packhouse.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** HTTP/2 frame by frame, for what no client library would send. */
public final class Http2Wire implements AutoCloseable {
  public static final int DATA = 0;
  public static final int HEADERS = 1;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int GOAWAY = 7;
  public static final int WINDOW_UPDATE = 8;
  public static final int CONTINUATION = 9;

  public static final int END_STREAM = 1;
  public static final int END_HEADERS = 4;

  /** A frame as it came. */
  public record Frame(int type, int flags, int stream, List<Byte> content) {
    /** The status of an answer, where it is among the first entries of RFC 7541, appendix A. */
    public int status() {
      List<Integer> known = List.of(200, 204, 206, 304, 400, 404, 500);
      return known.get((content.getFirst() & 0x7f) - 8);
    }

    /** Whether the status is 200, which begins an answer as the entry 8 of that appendix. */
    public boolean isOk() {
      return (content.getFirst() & 0xff) == 0x88;
    }

    /** Of an update of a window. */
    public int increment() {
      return content.stream().mapToInt(it -> it & 0xff).reduce(0, (all, it) -> all << 8 | it);
    }

    public boolean ends() {
      return (flags & END_STREAM) != 0;
    }
  }

  private final Socket socket;
  private final DataInputStream in;

  /** Connects, and sends settings without any. */
  public Http2Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    send(SETTINGS, 0, 0, new byte[0]);
  }

  public void get(int stream, String path, String... headers) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    // The names of RFC 7541, appendix A, the first two with their values: GET, http.
    block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 1});
    text(block, "localhost");
    block.write(4);
    text(block, path);
    for (int i = 0; i < headers.length; i += 2) {
      block.write(0); // a literal that is not indexed: section 6.2.2
      text(block, headers[i]);
      text(block, headers[i + 1]);
    }
    send(HEADERS, END_STREAM | END_HEADERS, stream, block.toByteArray());
  }

  public void send(int type, int flags, int stream, byte[] content) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + content.length);
    frame.putInt((content.length << 8) | type).put((byte) flags).putInt(stream).put(content);
    socket.getOutputStream().write(frame.array());
  }

  public void widen(int stream, int increment) throws IOException {
    send(WINDOW_UPDATE, 0, stream, ByteBuffer.allocate(4).putInt(increment).array());
  }

  /** The next frame of a type; those of others are passed over. */
  public Frame await(int type) throws IOException {
    Frame frame = next();
    while (frame.type() != type) {
      frame = next();
    }
    return frame;
  }

  public Frame next() throws IOException {
    int head = in.readInt();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    List<Byte> content = new ArrayList<>();
    for (byte b : in.readNBytes(head >>> 8)) {
      content.add(b);
    }
    return new Frame(head & 0xff, flags, stream, content);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static void text(ByteArrayOutputStream block, String text) {
    int length = text.length();
    if (length < 127) {
      block.write(length);
    } else {
      block.write(127);
      for (length -= 127; length > 127; length >>>= 7) {
        block.write((length & 0x7f) | 0x80);
      }
      block.write(length);
    }
    block.writeBytes(text.getBytes(US_ASCII));
  }
}
