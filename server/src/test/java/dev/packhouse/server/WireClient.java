package dev.packhouse.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends requests as they are written: the JDK's client refuses the odd ones before they leave. */
public final class WireClient implements AutoCloseable {
  /** An answer with its headers in the order of the wire. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, List<String[]> headers, byte[] body) {
    public List<String> all(String name) {
      return headers.stream()
          .filter(header -> header[0].equalsIgnoreCase(name))
          .map(header -> header[1])
          .toList();
    }

    public String first(String name) {
      return all(name).stream().findFirst().orElse("");
    }
  }

  private final Socket socket;
  private final InputStream in;

  public WireClient(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  public Answer get(String target) throws IOException {
    String head = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().substring("HTTP/1.1 ".length()).substring(0, 3));
    List<String[]> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line.split(":\\s*", 2));
    }
    Answer withoutBody = new Answer(status, headers, new byte[0]);
    int length = Integer.parseInt(withoutBody.first("Content-Length"));
    return new Answer(status, headers, in.readNBytes(length));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new IOException("the server closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
