package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import java.nio.charset.StandardCharsets;

/**
 * Connections of HTTP/1. A request of HTTP/1.0, which Helidon answers with 505, becomes one of
 * HTTP/1.1 that closes the connection, because nginx speaks 1.0 to the servers behind it unless
 * told otherwise.
 */
final class Http1Connections {
  private static final String HTTP_1_0 = " HTTP/1.0";

  private final Http1ConnectionSelector http1;
  private final int longestLine;

  Http1Connections(Http1Config config) {
    this.http1 = Http1ConnectionSelector.builder().config(config).build();
    this.longestLine = config.maxPrologueLength();
  }

  /** Waits for the first request. */
  ServerConnection connection(ConnectionContext context) {
    DataReader reader = context.dataReader();
    if (startsWithHttp10(reader)) {
      DataReader upgraded = Http10Request.upgrade(reader);
      return http1.connection(
          new WrappedContext(context, upgraded, context.dataWriter(), context.executor()));
    }
    return new LingeringConnection(http1.connection(context), reader, longestLine);
  }

  /** Waits for the first line without taking it. */
  private boolean startsWithHttp10(DataReader reader) {
    try {
      int end = reader.findNewLine(longestLine);
      return end < longestLine
          && reader.getBuffer(end).readString(end, StandardCharsets.US_ASCII).endsWith(HTTP_1_0);
    } catch (DataReader.IncorrectNewLineException
        | DataReader.InsufficientDataAvailableException noLine) {
      return false; // Helidon says so
    }
  }
}
