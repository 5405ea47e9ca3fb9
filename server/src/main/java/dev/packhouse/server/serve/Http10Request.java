package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Rewrites the head of the first request of a connection from HTTP/1.0 to HTTP/1.1. */
final class Http10Request {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int LONGEST_HEAD = 64 * 1024;

  private Http10Request() {}

  /** A reader of the rewritten head and of all that follows it. */
  static DataReader upgrade(DataReader reader) {
    byte[] head = rewrite(reader).getBytes(StandardCharsets.ISO_8859_1);
    return DataReader.create(
        new Supplier<>() {
          private boolean headTaken;

          @Override
          public byte[] get() {
            if (!headTaken) {
              headTaken = true;
              return head;
            }
            reader.ensureAvailable();
            return reader.readBytes(reader.available());
          }
        });
  }

  /**
   * HTTP/1.0 keeps no connection and needs no host: RFC 9112, sections 9.3 and 3.2. What is no head
   * is left to Helidon from there on, which refuses it.
   */
  private static String rewrite(DataReader reader) {
    StringBuilder head = new StringBuilder();
    boolean host = false;
    Optional<String> line = line(reader);
    while (line.isPresent() && !line.get().isEmpty() && head.length() <= LONGEST_HEAD) {
      String text = line.get();
      String name = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
      host |= name.equals("host");
      if (head.isEmpty()) {
        head.append(text.replaceFirst("1\\.0$", "1.1")).append("\r\n");
      } else if (!name.equals("connection") && !name.equals("keep-alive")) {
        head.append(text).append("\r\n");
      }
      line = line(reader);
    }
    if (line.isEmpty() || !line.get().isEmpty()) {
      return head.toString();
    }
    head.append(host ? "" : "Host: localhost\r\n");
    return head.append("Connection: close\r\n\r\n").toString();
  }

  /** Nothing where it is no line, or too long for one. */
  private static Optional<String> line(DataReader reader) {
    try {
      int length = reader.findNewLine(LONGEST_LINE);
      if (length == LONGEST_LINE) {
        return Optional.empty();
      }
      String line = new String(reader.readBytes(length), StandardCharsets.ISO_8859_1);
      reader.skip(2);
      return Optional.of(line);
    } catch (DataReader.IncorrectNewLineException noLine) {
      return Optional.empty();
    } catch (DataReader.InsufficientDataAvailableException e) {
      throw new CloseConnectionException("no head of a request", e);
    }
  }
}
