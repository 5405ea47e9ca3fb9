package dev.packhouse.server.cli;

import dev.packhouse.generator.model.Product;
import dev.packhouse.server.admin.AdminServer;
import dev.packhouse.server.config.Address;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Metrics;
import dev.packhouse.server.observe.RequestObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The listeners that were asked for, and what they show. Without any, this is never loaded. */
final class AdminListeners implements Administration {
  private final ServerConfig.Admin config;
  private final Metrics metrics;
  private final List<AdminServer> servers = new ArrayList<>();

  private AdminListeners(ServerConfig.Admin config, Metrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  static AdminListeners of(ServerConfig.Admin config, String instance) {
    return new AdminListeners(config, new Metrics(Product.version(), instance));
  }

  @Override
  public void show(OpenGeneration generation) {
    metrics.show(generation.id(), generation.versions());
  }

  @Override
  public RequestObserver observer() {
    return metrics.requests();
  }

  @Override
  public List<String> start(Health health) throws IOException {
    List<String> lines = new ArrayList<>();
    if (config.address().isPresent()) {
      Address address = config.address().get();
      AdminServer server = AdminServer.all(address, health, metrics);
      servers.add(server);
      lines.add("Admin listener at " + url(address, server));
    }
    if (config.metrics().isPresent()) {
      Address address = config.metrics().get();
      AdminServer server = AdminServer.metrics(address, metrics);
      servers.add(server);
      lines.add("Metrics at " + url(address, server) + "/metrics");
    }
    return lines;
  }

  @Override
  public void close() {
    servers.forEach(AdminServer::close);
  }

  private static String url(Address address, AdminServer server) {
    return "http://" + new Address(address.host(), server.port());
  }
}
