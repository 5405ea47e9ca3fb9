package dev.packhouse.server.admin;

import dev.packhouse.server.config.Address;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Metrics;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A listener for those who run the server, with a web server of its own: nothing that is asked here
 * takes a connection or a port from the clients.
 */
public final class AdminServer implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 64;

  private final WebServer server;

  private AdminServer(WebServer server) {
    this.server = server;
  }

  /**
   * Listens for all questions.
   *
   * @throws IOException the address cannot be had
   */
  public static AdminServer all(Address address, Health health, Metrics metrics)
      throws IOException {
    return start(address, AdminSite.all(health, metrics, new Profiler(), guard(address)));
  }

  /**
   * Listens for Prometheus only.
   *
   * @throws IOException the address cannot be had
   */
  public static AdminServer metrics(Address address, Metrics metrics) throws IOException {
    return start(address, AdminSite.metrics(metrics, guard(address)));
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static AdminServer start(Address address, AdminSite site) throws IOException {
    checkFree(address);
    WebServer server =
        WebServer.builder()
            .host(address.host())
            .port(address.port())
            .shutdownHook(false)
            .maxTcpConnections(MOST_CONNECTIONS)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(routing -> routing.addFilter(new AdminExchange(site)))
            .build();
    if (!server.start().isRunning()) {
      throw new IOException("cannot listen on " + address);
    }
    return new AdminServer(server);
  }

  private static BrowserGuard guard(Address address) throws IOException {
    InetAddress host = InetAddress.getByName(address.host());
    return new BrowserGuard(address.host(), host.isLoopbackAddress());
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
}
