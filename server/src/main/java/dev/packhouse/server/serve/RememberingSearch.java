package dev.packhouse.server.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

/**
 * A search that remembers where the versions lie that were last asked for. What was once read from
 * a whole index stays true, and each look into the index costs a look at its files, too.
 */
final class RememberingSearch implements RegistrySearch {
  /** About half a kilobyte each. */
  private static final int REMEMBERED = 4_000;

  private record Version(String name, String version) {}

  private final RegistrySearch search;
  private final Cache<Version, StoredVersion> places =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  RememberingSearch(RegistrySearch search) {
    this.search = search;
  }

  @Override
  public SearchAnswer search(SearchQuery query) throws IOException {
    return search.search(query);
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
  public List<CategoryCount> categories(CategoriesQuery query) throws IOException {
    return search.categories(query);
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) throws IOException {
    Version wanted = new Version(name, version);
    StoredVersion place = places.getIfPresent(wanted);
    if (place != null) {
      return Optional.of(place);
    }
    Optional<StoredVersion> found = search.find(name, version);
    found.ifPresent(stored -> places.put(wanted, stored));
    return found;
  }

  @Override
  public String folder() {
    return search.folder();
  }
}
