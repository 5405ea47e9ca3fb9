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

/** A search that answers a number of times and then breaks. */
final class FailingSearch implements RegistrySearch {
  private int answersLeft;

  FailingSearch(int answersLeft) {
    this.answersLeft = answersLeft;
  }

  @Override
  public synchronized SearchAnswer search(SearchQuery query) throws IOException {
    if (answersLeft-- > 0) {
      return new SearchAnswer(0, SampleRegistry.SEARCH_DIGEST, 0, out -> {});
    }
    throw new IOException("secret detail");
  }

  @Override
  public List<CategoryCount> categories(CategoriesQuery query) {
    throw new IllegalStateException("secret detail");
  }

  @Override
  public Facets facets(FacetsQuery query) {
    throw new IllegalStateException("secret detail");
  }

  @Override
  public List<Suggestion> suggest(SuggestQuery query) {
    throw new IllegalStateException("secret detail");
  }

  @Override
  public String folder() {
    return "generations/000001";
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) {
    throw new AssertionError("secret detail");
  }
}
