package dev.packhouse.server.serve;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Makes the site of a generation of the registry, once it has shown that it can be searched. */
record SiteFactory(ServerConfig config, PublicFolder folder, Health health, Tracer tracer) {
  private static final SearchQuery EVERYTHING =
      new QueryParser(true).search(QueryString.parse("")).toOptional().orElseThrow();

  /**
   * @throws IOException it cannot be searched
   */
  Lease open(RegistrySearch search) throws IOException {
    try {
      search.search(EVERYTHING);
    } catch (IOException e) {
      throw new IOException("cannot search the registry in " + folder.root(), e);
    }
    RegistrySearch traced = tracer.equals(Tracer.NONE) ? search : new TracedSearch(search, tracer);
    return new Lease(search, site(traced));
  }

  private RegistrySite site(RegistrySearch search) throws IOException {
    Optional<Instant> published = folder.find(RegistryLayout.POINTER).map(PublishedFile::modified);
    return new RegistrySite(
        Routes.of(config.publicUrl()),
        health,
        new FixedContent(config.cacheTimes()),
        new QueryService(search, config, published),
        new PackageService(search, folder, config.cacheTimes(), tracer));
  }
}
