package dev.packhouse.server.serve;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.config.Address;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A registry on a port. */
public final class RegistryServer {
  /** RFC 9112, section 3, asks for at least 8,000; the longest request known has 5,020. */
  private static final int LONGEST_REQUEST_LINE = 16 * 1024;

  /** Helidon's own buffer is left out: bodies come in large chunks already. */
  private static final int WRITE_BUFFER = 0;

  private static final int SEND_BUFFER = 1024 * 1024;

  /** No route takes a body: this is for those that come with a wrong method. */
  private static final long LARGEST_REQUEST_BODY = 1024 * 1024;

  /** What a client with a slow line gets to fetch an archive before the server ends. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final WebServer server;
  private final OpenConnections connections;
  private final Health health;

  private RegistryServer(WebServer server, OpenConnections connections, Health health) {
    this.server = server;
    this.connections = connections;
    this.health = health;
  }

  /**
   * Listens once a search was answered.
   *
   * @param publicFolder the output folder that {@code search} was opened on
   * @param observer is told of every request
   * @throws IOException the registry cannot be searched or read, or the address cannot be had
   */
  public static RegistryServer start(
      ServerConfig config, RegistrySearch search, Path publicFolder, RequestObserver observer)
      throws IOException {
    RegistrySite site = site(config, search, publicFolder);
    checkFree(config);
    OpenConnections connections = new OpenConnections();
    WebServer server =
        WebServerConfig.builder()
            .from(listener(config.address()))
            // Whoever started the server stops it.
            .shutdownHook(false)
            .useNio(false)
            .writeBufferSize(WRITE_BUFFER)
            .maxPayloadSize(LARGEST_REQUEST_BODY)
            .connectionOptions(
                options -> options.tcpNoDelay(true).socketSendBufferSize(SEND_BUFFER))
            .directHandlers(RefusedRequests.handlers())
            .addConnectionSelector(connections.watch(new Http1Connections(http1())))
            .shutdownGracePeriod(LONGEST_REQUEST)
            .routing(routing -> route(routing, site, observer))
            .build();
    if (!server.start().isRunning()) {
      throw new IOException(
          "cannot listen on " + config.address().host() + ":" + config.address().port());
    }
    return new RegistryServer(server, connections, site.health());
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  /** Whether good answers can be given. */
  public Health health() {
    return health;
  }

  /** From now on {@code /health} says no, and each answer is the last on its connection. */
  public void drain() {
    health.drain();
  }

  /**
   * Closes the port and returns after the answers under way, or after {@link #LONGEST_REQUEST}. A
   * client that waits for nothing does not hold this up.
   */
  public void stop() {
    drain();
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::closeIdle);
    server.stop();
    closing.interrupt();
  }

  private void closeIdle() {
    try {
      while (true) {
        connections.closeIdle();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException stopped) {
      return;
    }
  }

  static RegistrySite site(ServerConfig config, RegistrySearch search, Path publicFolder)
      throws IOException {
    SearchQuery everything =
        new QueryParser(true).search(QueryString.parse("")).toOptional().orElseThrow();
    try {
      search.search(everything);
    } catch (IOException e) {
      throw new IOException("cannot search the registry in " + publicFolder, e);
    }
    PublicFolder folder = PublicFolder.open(publicFolder);
    Optional<Instant> published = folder.find(RegistryLayout.POINTER).map(PublishedFile::modified);
    return new RegistrySite(
        Routes.of(config.publicUrl()),
        RegistryHealth.of(search, folder),
        new FixedContent(config.cacheTimes()),
        new QueryService(search, config, published),
        new PackageService(search, folder, config.cacheTimes()));
  }

  /**
   * An address, without Helidon's own selector of connections. Among several selectors Helidon
   * waits for the first byte, and a server cannot stop as long as somebody is connected who sends
   * none. Helidon 4.4.0 adds its own whatever its builder of servers is told: only that of
   * listeners counts.
   */
  private static ListenerConfig listener(Address address) {
    return ListenerConfig.builder()
        .host(address.host())
        .port(address.port())
        .protocolsDiscoverServices(false)
        .buildPrototype();
  }

  /** Helidon only logs, with a stack trace, that an address cannot be had. */
  private static void checkFree(ServerConfig config) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(config.address().host(), config.address().port()));
    } catch (IOException e) {
      String address = config.address().host() + ":" + config.address().port();
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Paths are checked here, and a path that Helidon finds wrong still has an answer of ours. */
  private static Http1Config http1() {
    return Http1Config.builder()
        .maxPrologueLength(LONGEST_REQUEST_LINE)
        .validatePrologue(false)
        .validatePath(false)
        .build();
  }

  private static void route(
      HttpRouting.Builder routing, RegistrySite site, RequestObserver observer) {
    routing
        .error(Throwable.class, new UnhandledErrors())
        .addFilter(new ExchangeFilter(site, observer));
  }
}
