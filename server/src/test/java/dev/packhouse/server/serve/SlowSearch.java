package dev.packhouse.server.serve;

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
import java.util.concurrent.CountDownLatch;

/**
 * A search that takes as long as the test likes, where it is asked for the package {@code slow}.
 *
 * @param entered somebody has asked for it
 * @param released now it is answered
 */
record SlowSearch(RegistrySearch search, CountDownLatch entered, CountDownLatch released)
    implements RegistrySearch {
  @Override
  public SearchAnswer search(SearchQuery query) throws IOException {
    if (query.filter().name().equals(Optional.of("slow"))) {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException("cut off", e);
      }
    }
    return search.search(query);
  }

  @Override
  public List<CategoryCount> categories(CategoriesQuery query) throws IOException {
    return search.categories(query);
  }

  @Override
  public Facets facets(FacetsQuery query) throws IOException {
    return search.facets(query);
  }

  @Override
  public List<Suggestion> suggest(SuggestQuery query) throws IOException {
    return search.suggest(query);
  }

  @Override
  public String folder() {
    return search.folder();
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) throws IOException {
    return search.find(name, version);
  }
}
