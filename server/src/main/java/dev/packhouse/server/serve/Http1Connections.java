package dev.packhouse.server.serve;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes every connection for HTTP/1, so that whatever is wrong with a request has an answer: among
 * several selectors, Helidon's own drops a connection whose first line it does not know. A request
 * of HTTP/1.0, which Helidon answers with 505, becomes one of HTTP/1.1 that closes the connection,
 * because nginx speaks 1.0 to the servers behind it unless told otherwise.
 */
final class Http1Connections implements ServerConnectionSelector {
  private static final String HTTP_1_0 = " HTTP/1.0\r";

  private final Http1ConnectionSelector http1;
  private final int longestLine;

  Http1Connections(Http1Config config) {
    this.http1 = Http1ConnectionSelector.builder().config(config).build();
    this.longestLine = config.maxPrologueLength();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    DataReader reader = context.dataReader();
    if (startsWithHttp10(reader)) {
      return http1.connection(new ReadingContext(context, Http10Request.upgrade(reader)));
    }
    return new LingeringConnection(http1.connection(context), reader, longestLine);
  }

  /** Looks at what came first without taking it: clients send a request line in one piece. */
  private static boolean startsWithHttp10(DataReader reader) {
    try {
      reader.ensureAvailable();
    } catch (DataReader.InsufficientDataAvailableException e) {
      return false; // closed before anything was sent
    }
    BufferData start = reader.getBuffer(reader.available());
    int end = start.indexOf((byte) '\n');
    return end > 0 && start.readString(end, StandardCharsets.US_ASCII).endsWith(HTTP_1_0);
  }
}
