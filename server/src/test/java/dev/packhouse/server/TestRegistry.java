package dev.packhouse.server;

import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import dev.packhouse.server.serve.ServedRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A server on a free port of this machine, over a registry that was generated. */
public final class TestRegistry implements AutoCloseable {
  private final LuceneRegistry search;
  private final RegistryServer server;

  private TestRegistry(LuceneRegistry search, RegistryServer server) {
    this.search = search;
    this.server = server;
  }

  public static TestRegistry serve(Path publicFolder) throws IOException {
    ServerConfig config = TestConfig.of(Map.of("PACKHOUSE_PUBLIC", publicFolder.toString()));
    LuceneRegistry search = LuceneRegistry.open(CurrentGeneration.folder(publicFolder));
    return new TestRegistry(
        search,
        RegistryServer.start(
            config,
            ServedRegistry.published(search, publicFolder),
            RequestObserver.NONE,
            Tracer.NONE));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() throws IOException {
    server.stop();
    search.close();
  }
}
