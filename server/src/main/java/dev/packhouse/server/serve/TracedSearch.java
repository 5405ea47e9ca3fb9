package dev.packhouse.server.serve;

import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.observe.Tracer.Work;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import dev.packhouse.server.search.CategoryCount;
import dev.packhouse.server.search.Facets;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.search.SearchAnswer;
import dev.packhouse.server.search.StoredVersion;
import dev.packhouse.server.search.Suggestion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A search that tells of its work. */
record TracedSearch(RegistrySearch search, Tracer tracer) implements RegistrySearch {
  @Override
  public SearchAnswer search(SearchQuery query) throws IOException {
    return tracer.trace(Work.SEARCH, () -> search.search(query));
  }

  @Override
  public Facets facets(FacetsQuery query) throws IOException {
    return tracer.trace(Work.COUNT_FACETS, () -> search.facets(query));
  }

  @Override
  public List<Suggestion> suggest(SuggestQuery query) throws IOException {
    return tracer.trace(Work.SUGGEST, () -> search.suggest(query));
  }

  @Override
  public List<CategoryCount> categories(CategoriesQuery query) throws IOException {
    return tracer.trace(Work.COUNT_CATEGORIES, () -> search.categories(query));
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) throws IOException {
    return tracer.trace(Work.FIND_VERSION, () -> search.find(name, version));
  }

  @Override
  public String folder() {
    return search.folder();
  }
}
