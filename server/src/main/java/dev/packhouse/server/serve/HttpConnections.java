package dev.packhouse.server.serve;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes every connection. One that begins with the preface of HTTP/2 speaks that, with TLS (where
 * clients find out by ALPN that it is spoken here) as without; any other speaks HTTP/1. So among
 * several selectors, of which Helidon would drop a connection that none of them knows, there is
 * nothing to choose, and whatever is wrong with a request has an answer.
 */
final class HttpConnections implements ServerConnectionSelector {
  /** RFC 9113, section 3.4. */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Http1Connections http1;
  private final Http2ConnectionSelector http2;
  private final Duration patience;
  private final int longestHeaders;
  private volatile @Nullable ListenerContext listener;

  HttpConnections(Http1Config http1, Http2Config http2) {
    this.patience = http2.flowControlTimeout();
    this.longestHeaders = Math.toIntExact(http2.maxHeaderListSize());
    this.http1 = new Http1Connections(http1);
    this.http2 = Http2ConnectionSelector.builder().http2Config(http2).build();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  /** A client that offers only others by ALPN is refused by TLS. */
  @Override
  public Set<String> supportedApplicationProtocols() {
    return Set.of("h2", "http/1.1", "http/1.0");
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return startsWithPreface(context.dataReader()) ? http2(context) : http1.connection(context);
  }

  private ServerConnection http2(ConnectionContext context) {
    OpenStreams open = new OpenStreams();
    ConnectionWindow window = new ConnectionWindow(context.dataWriter(), patience, open);
    ClientFrames frames =
        new ClientFrames(context.dataReader(), PREFACE.length, longestHeaders, window, open);
    StreamExecutor streams = new StreamExecutor(context.executor(), window);
    ConnectionContext wrapped =
        new WrappedContext(context, listener(context), DataReader.create(frames), window, streams);
    return new Http2Streams(http2.connection(wrapped), window, streams);
  }

  /** All connections have the same; made of two threads at once, they are equal. */
  private ListenerContext listener(ConnectionContext context) {
    ListenerContext made = listener;
    if (made == null) {
      made = Http2Listener.of(context.listenerContext());
      listener = made;
    }
    return made;
  }

  /** Waits for as many bytes as it takes to tell, and takes none of them. */
  private static boolean startsWithPreface(DataReader reader) {
    try {
      return reader.startsWith(PREFACE);
    } catch (DataReader.InsufficientDataAvailableException e) {
      return false; // closed before that
    }
  }
}
