package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Limits;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.time.Duration;

/** A registry on a port. */
public final class RegistryServer {
  private static final Duration BETWEEN_LOOKS_AT_THE_END = Duration.ofMillis(20);

  private final SiteFactory sites;
  private final ShownSite shown;
  private final WebServer server;
  private final OpenConnections connections;
  private final Thread watching;

  private RegistryServer(
      SiteFactory sites,
      ShownSite shown,
      WebServer server,
      OpenConnections connections,
      Thread watching) {
    this.sites = sites;
    this.shown = shown;
    this.server = server;
    this.connections = connections;
    this.watching = watching;
  }

  /**
   * Reads the files for TLS as a start does, and keeps nothing.
   *
   * @throws IOException they cannot be used
   */
  public static void checkTls(ServerConfig config) throws IOException {
    Listener.tls(config);
  }

  /**
   * Listens once a search was answered.
   *
   * @param observer is told of every request
   * @param tracer is told what the time of requests is spent on
   * @throws IOException the registry cannot be searched or read, the files for TLS cannot be used,
   *     or the address cannot be had
   */
  public static RegistryServer start(
      ServerConfig config, ServedRegistry registry, RequestObserver observer, Tracer tracer)
      throws IOException {
    ShownSite shown = new ShownSite();
    SiteFactory sites = sites(config, shown, tracer);
    shown.show(sites.open(registry), () -> {});
    Limits limits = config.limits();
    OpenFiles.Shares files = OpenFiles.shares(limits.connections());
    OpenConnections connections = new OpenConnections(limits, files.connections());
    AnswerSender sender =
        new AnswerSender(HelidonHeaders.of(config.responseHeaders()), new DirectChunks());
    InFlight inFlight = new InFlight(limits.answerMemory(), files.answers());
    ExchangeFilter filter =
        new ExchangeFilter(shown, sites.health(), observer, tracer, sender, inFlight);
    WebServer server = Listener.start(config, connections, filter, sender, observer);
    Thread watching =
        Thread.ofVirtual()
            .name("connections")
            .start(repeat(connections::closeOverdue, connections.betweenLooks()));
    return new RegistryServer(sites, shown, server, connections, watching);
  }

  static SiteFactory sites(ServerConfig config, ShownSite shown, Tracer tracer) {
    return new SiteFactory(config, RegistryHealth.of(shown), tracer);
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  /** Whether good answers can be given. */
  public Health health() {
    return sites.health();
  }

  /**
   * Answers from another generation from now on, once it has answered a search.
   *
   * @param unused called when no request is on the one before any more
   * @throws IOException it cannot be searched, and the one before stays
   */
  public void show(ServedRegistry next, Runnable unused) throws IOException {
    shown.show(sites.open(next), unused);
  }

  /** From now on {@code /health} says no, and each answer is the last on its connection. */
  public void drain() {
    sites.health().drain();
  }

  /**
   * Closes the port and returns after the answers under way, or after 20 seconds. A client that
   * waits for nothing does not hold this up, and one that takes nothing of its answer only for
   * five.
   */
  public void stop() {
    drain();
    connections.refuseFurther();
    Thread closing =
        Thread.ofPlatform()
            .daemon()
            .name("closing")
            .start(repeat(connections::closeUnlessActive, BETWEEN_LOOKS_AT_THE_END));
    server.stop();
    connections.closeAll();
    closing.interrupt();
    watching.interrupt();
  }

  /** Until it is interrupted. */
  private static Runnable repeat(Runnable look, Duration pause) {
    return () -> {
      try {
        while (true) {
          look.run();
          Thread.sleep(pause);
        }
      } catch (InterruptedException stopped) {
        return;
      }
    };
  }
}
