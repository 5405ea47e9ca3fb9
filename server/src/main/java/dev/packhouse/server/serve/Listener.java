package dev.packhouse.server.serve;

import dev.packhouse.server.config.Address;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Limits;
import dev.packhouse.server.observe.RequestObserver;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http2.Http2Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;

/** How Helidon listens. */
final class Listener {
  /** Helidon's own buffer is left out: bodies come in large chunks already. */
  private static final int WRITE_BUFFER = 0;

  /**
   * Of the kernel, for each connection, whatever its client reads: enough for 20 Mbit/s at 100 ms.
   */
  private static final int SEND_BUFFER = 256 * 1024;

  private static final SocketOptions SOCKETS =
      SocketOptions.builder().tcpNoDelay(true).socketSendBufferSize(SEND_BUFFER).build();

  /** Helidon looks for idle connections, too, but knows nothing of those that send a bit. */
  private static final Duration NEVER = Duration.ofDays(365_000);

  /** What a client with a slow line gets to fetch an archive before the server ends. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

  /**
   * RFC 9113, section 6.5.2, asks for at least 100; each may hold a thread and a chunk of a body.
   */
  private static final int MOST_STREAMS = 128;

  /** The least that HTTP/2 can begin with: no route takes a body. */
  private static final int BODY_WINDOW = 64 * 1024 - 1;

  private Listener() {}

  /**
   * Listens.
   *
   * @param filter answers every request
   * @throws IOException the files for TLS cannot be used, or the address cannot be had
   */
  static WebServer start(
      ServerConfig config,
      OpenConnections connections,
      Filter filter,
      AnswerSender sender,
      RequestObserver observer)
      throws IOException {
    HelidonServices.prepare();
    Address address = config.address();
    Limits limits = config.limits();
    Optional<Tls> tls = tls(config);
    checkFree(address);
    WebServer server =
        WebServerConfig.builder()
            .from(listener(address))
            .update(builder -> tls.ifPresent(builder::tls))
            // Whoever started the server stops it.
            .shutdownHook(false)
            .useNio(false)
            .writeBufferSize(WRITE_BUFFER)
            .maxPayloadSize(limits.body())
            .connectionOptions(new AcceptedSockets(SOCKETS, connections::accept))
            .idleConnectionTimeout(NEVER)
            .errorHandling(errors -> errors.includeEntity(true)) // for RefusedRequests to read
            .directHandlers(new RefusedRequests(sender.headers(), observer).handlers())
            .addConnectionSelector(
                connections.watch(new HttpConnections(http1(limits), http2(limits))))
            .shutdownGracePeriod(LONGEST_REQUEST)
            .routing(
                routing ->
                    routing.error(Throwable.class, new UnhandledErrors(sender)).addFilter(filter))
            .build();
    if (!server.start().isRunning()) {
      throw new IOException("cannot listen on " + address);
    }
    return server;
  }

  /**
   * An address, without Helidon's own selector of connections. Among several selectors Helidon
   * waits for the first byte, and a server cannot stop as long as somebody is connected who sends
   * none. Helidon 4.5.0 adds its own whatever its builder of servers is told: only that of
   * listeners counts.
   */
  private static ListenerConfig listener(Address address) {
    return ListenerConfig.builder()
        .host(address.host())
        .port(address.port())
        .protocolsDiscoverServices(false)
        .buildPrototype();
  }

  static Optional<Tls> tls(ServerConfig config) throws IOException {
    return config.tls().isEmpty()
        ? Optional.empty()
        : Optional.of(Tls.builder().sslContext(TlsFiles.read(config.tls().get())).build());
  }

  /** Helidon only logs, with a stack trace, that an address cannot be had. */
  private static void checkFree(Address address) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address.host(), address.port()));
    } catch (IOException e) {
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Paths are checked here, and a path that Helidon finds wrong still has an answer of ours. */
  private static Http1Config http1(Limits limits) {
    int half = Math.toIntExact(limits.head() / 2);
    return Http1Config.builder()
        .maxPrologueLength(half)
        .maxHeadersSize(half)
        .validatePrologue(false)
        .validatePath(false)
        .build();
  }

  private static Http2Config http2(Limits limits) {
    return Http2Config.builder()
        .maxHeaderListSize(limits.head())
        .maxConcurrentStreams(MOST_STREAMS)
        .initialWindowSize(BODY_WINDOW)
        .flowControlTimeout(limits.writeTime())
        .validatePath(false)
        .build();
  }
}
