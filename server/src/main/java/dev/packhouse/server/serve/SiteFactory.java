package dev.packhouse.server.serve;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Makes the site of a generation of the registry, once it has shown that it can be searched. */
record SiteFactory(ServerConfig config, PublicFolder folder, Health health, Tracer tracer) {
  private static final Request EVERYTHING =
      new Request("GET", "/search", "", name -> Optional.empty());

  /**
   * @throws IOException it cannot be searched
   */
  Lease open(RegistrySearch search) throws IOException {
    RegistrySearch remembering = new RememberingSearch(search);
    RegistrySite site =
        site(
            tracer.equals(Tracer.NONE) ? remembering : new TracedSearch(remembering, tracer),
            search.pages());
    try {
      site.answer(site.route(EVERYTHING), EVERYTHING);
    } catch (IOException e) {
      throw new IOException("cannot search the registry in " + folder.root(), e);
    }
    return new Lease(search, site);
  }

  private RegistrySite site(RegistrySearch search, Optional<String> pages) throws IOException {
    Optional<Instant> published = folder.find(RegistryLayout.POINTER).map(PublishedFile::modified);
    AnswerCache cache = new AnswerCache(config.queryCache());
    return new RegistrySite(
        Routes.of(config.publicUrl()),
        health,
        new FixedContent(config.cacheTimes()),
        new QueryService(search, config, published, cache),
        new PackageService(search, folder, config.cacheTimes(), tracer),
        new ChangesService(search.folder(), folder, config, cache),
        new PageService(pages, search.hasText(), folder, config.cacheTimes(), tracer),
        new Negotiation(new Gzip(cache)));
  }
}
