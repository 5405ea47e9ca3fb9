package dev.packhouse.server.serve;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http2.Http2Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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

  /** What HTTP/1 allows for a request line and the headers, in one. */
  private static final int LARGEST_REQUEST_HEAD = 2 * LONGEST_REQUEST_LINE;

  /**
   * RFC 9113, section 6.5.2, asks for at least 100; each may hold a thread and a chunk of a body.
   */
  private static final int MOST_STREAMS = 128;

  /** The least that HTTP/2 can begin with: no route takes a body. */
  private static final int BODY_WINDOW = 64 * 1024 - 1;

  private final WebServer server;

  private RegistryServer(WebServer server) {
    this.server = server;
  }

  /** As the other one, and nobody looks at what time is spent on. */
  public static RegistryServer start(
      ServerConfig config, RegistrySearch search, Path publicFolder, RequestObserver observer)
      throws IOException {
    return start(config, search, publicFolder, observer, Tracer.NONE);
  }

  /**
   * Listens once a search was answered.
   *
   * @param publicFolder the output folder that {@code search} was opened on
   * @param observer is told of every request
   * @param tracer is told what the time of requests is spent on
   * @throws IOException the registry cannot be searched or read, the files for TLS cannot be used,
   *     or the address cannot be had
   */
  public static RegistryServer start(
      ServerConfig config,
      RegistrySearch search,
      Path publicFolder,
      RequestObserver observer,
      Tracer tracer)
      throws IOException {
    Tls tls = tls(config);
    RegistrySite site = site(config, search, publicFolder, tracer);
    checkFree(config);
    WebServer server =
        WebServerConfig.builder()
            .host(config.address().host())
            .port(config.address().port())
            .tls(tls)
            // Whoever started the server stops it.
            .shutdownHook(false)
            .useNio(false)
            .writeBufferSize(WRITE_BUFFER)
            .maxPayloadSize(LARGEST_REQUEST_BODY)
            .connectionOptions(
                options -> options.tcpNoDelay(true).socketSendBufferSize(SEND_BUFFER))
            .directHandlers(RefusedRequests.handlers())
            .protocolsDiscoverServices(false)
            .addConnectionSelector(new HttpConnections(http1(), http2()))
            .routing(routing -> route(routing, site, observer, tracer))
            .build();
    if (!server.start().isRunning()) {
      throw new IOException(
          "cannot listen on " + config.address().host() + ":" + config.address().port());
    }
    return new RegistryServer(server);
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  /** Closes the port after the answers under way, or after a short while. */
  public void stop() {
    server.stop();
  }

  static RegistrySite site(
      ServerConfig config, RegistrySearch found, Path publicFolder, Tracer tracer)
      throws IOException {
    RegistrySearch search = tracer.equals(Tracer.NONE) ? found : new TracedSearch(found, tracer);
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
        new FixedContent(config.cacheTimes()),
        new QueryService(search, config, published),
        new PackageService(search, folder, config.cacheTimes(), tracer));
  }

  private static Tls tls(ServerConfig config) throws IOException {
    return config.tls().isEmpty()
        ? Tls.builder().enabled(false).build()
        : Tls.builder().sslContext(TlsFiles.read(config.tls().get())).build();
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

  private static Http2Config http2() {
    return Http2Config.builder()
        .maxHeaderListSize(LARGEST_REQUEST_HEAD)
        .maxConcurrentStreams(MOST_STREAMS)
        .initialWindowSize(BODY_WINDOW)
        .flowControlTimeout(StreamExecutor.PATIENCE)
        .validatePath(false)
        .build();
  }

  private static void route(
      HttpRouting.Builder routing, RegistrySite site, RequestObserver observer, Tracer tracer) {
    routing
        .error(Throwable.class, new UnhandledErrors())
        .addFilter(new ExchangeFilter(site, observer, tracer));
  }
}
