package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

  /** HTTP/1.0 keeps no connection and needs no host: RFC 9112, sections 9.3 and 3.2. */
  private static String rewrite(DataReader reader) {
    StringBuilder head = new StringBuilder(line(reader).replaceFirst("1\\.0$", "1.1"));
    boolean host = false;
    for (String line = line(reader); !line.isEmpty(); line = line(reader)) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
      host |= name.equals("host");
      if (!name.equals("connection") && !name.equals("keep-alive")) {
        head.append("\r\n").append(line);
      }
      if (head.length() > LONGEST_HEAD) {
        throw new CloseConnectionException("too many headers");
      }
    }
    head.append(host ? "" : "\r\nHost: localhost");
    return head.append("\r\nConnection: close\r\n\r\n").toString();
  }

  private static String line(DataReader reader) {
    try {
      int length = reader.findNewLine(LONGEST_LINE);
      if (length < LONGEST_LINE) {
        String line = new String(reader.readBytes(length), StandardCharsets.ISO_8859_1);
        reader.skip(2);
        return line;
      }
      throw new CloseConnectionException("a line without end");
    } catch (DataReader.IncorrectNewLineException
        | DataReader.InsufficientDataAvailableException e) {
      throw new CloseConnectionException("no head of a request", e);
    }
  }
}
