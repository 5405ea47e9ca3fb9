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
record SiteFactory(ServerConfig config, Health health, Tracer tracer) {
  private static final Request EVERYTHING =
      new Request("GET", "/search", "", name -> Optional.empty());

  /**
   * @throws IOException it cannot be read or searched
   */
  Lease open(ServedRegistry registry) throws IOException {
    PublicFolder folder = PublicFolder.open(registry.folder());
    RegistrySearch remembering = new RememberingSearch(registry.search());
    RegistrySearch search =
        tracer.equals(Tracer.NONE) ? remembering : new TracedSearch(remembering, tracer);
    RegistrySite site = site(search, folder, registry);
    try {
      site.answer(site.route(EVERYTHING), EVERYTHING);
    } catch (IOException e) {
      throw new IOException("cannot search the registry in " + folder.root(), e);
    }
    return new Lease(registry.search(), folder, site);
  }

  private RegistrySite site(RegistrySearch search, PublicFolder folder, ServedRegistry registry)
      throws IOException {
    Optional<Instant> published = folder.find(RegistryLayout.POINTER).map(PublishedFile::modified);
    AnswerCache cache = new AnswerCache(config.queryCache());
    Missing missing =
        registry.late().map(late -> Missing.yet(late.hasPages())).orElse(Missing.EVER);
    return new RegistrySite(
        Routes.of(config.publicUrl()),
        health,
        new FixedContent(config.cacheTimes()),
        new QueryService(search, config, published, cache, missing),
        new PackageService(search, folder, registry.late(), config.cacheTimes(), tracer),
        new ChangesService(search.folder(), folder, config, cache, missing),
        new PageService(registry.search().pages(), folder, config.cacheTimes(), tracer, missing),
        new Negotiation(new Gzip(cache)));
  }
}
