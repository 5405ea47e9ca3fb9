package dev.packhouse.server.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A connection that is kept open and asks one thing after the other, in HTTP/1.1. */
final class HttpConnection implements Closeable {
  /** What is asked besides the path. */
  record Question(String method, String path, Map<String, String> headers) {}

  /**
   * Status and headers of an answer.
   *
   * @param headers by their names in lower case
   */
  record Head(int status, Map<String, String> headers) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    long length() {
      return Long.parseLong(headers.getOrDefault("content-length", "0"));
    }
  }

  private static final int BUFFER = 16 * 1024;

  private final Socket socket;
  private final InputStream in;

  private HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  static HttpConnection open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    return new HttpConnection(socket);
  }

  /** Sends the question and gives the head of its answer; the body has to be read next. */
  Head ask(Question question) throws IOException {
    StringBuilder request = new StringBuilder();
    request.append(question.method()).append(' ').append(question.path()).append(" HTTP/1.1\r\n");
    request.append("Host: localhost\r\n");
    question.headers().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Head(Integer.parseInt(status[1]), headers);
  }

  /** The body of an answer to GET, unpacked. */
  byte[] body(Head head) throws IOException {
    byte[] sent = in.readNBytes(Math.toIntExact(head.status() == 304 ? 0 : head.length()));
    if (!head.header("content-encoding").equals("gzip")) {
      return sent;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return unpacked.readAllBytes();
    }
  }

  /** Reads over the body of an answer to GET. */
  void skipBody(Head head) throws IOException {
    in.skipNBytes(head.length());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
