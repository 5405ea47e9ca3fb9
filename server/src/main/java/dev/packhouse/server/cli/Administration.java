package dev.packhouse.server.cli;

import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.RequestObserver;
import java.io.IOException;
import java.util.List;

/** What those who run the server can look into. */
interface Administration extends AutoCloseable {
  /** Nobody asked for it, and it costs nothing: none of its classes is loaded. */
  Administration NONE =
      new Administration() {
        @Override
        public void show(OpenGeneration generation) {}

        @Override
        public RequestObserver observer() {
          return RequestObserver.NONE;
        }

        @Override
        public List<String> start(Health health) {
          return List.of();
        }

        @Override
        public void close() {}
      };

  /**
   * As it was asked for.
   *
   * @param instance the name of this server among those that serve the same
   */
  static Administration of(ServerConfig.Admin config, String instance) {
    boolean asked = config.address().isPresent() || config.metrics().isPresent();
    return asked ? AdminListeners.of(config, instance) : NONE;
  }

  /** Tells what is served from now on. */
  void show(OpenGeneration generation);

  /** Counts requests. */
  RequestObserver observer();

  /**
   * Listens.
   *
   * @return where, in lines for people
   * @throws IOException an address cannot be had
   */
  List<String> start(Health health) throws IOException;

  @Override
  void close();
}
