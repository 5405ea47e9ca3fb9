package dev.packhouse.server.search;

import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.SearchQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers what clients ask of one generation of a registry. Safe for any number of threads. */
public interface RegistrySearch {
  /** The records that answer the query, by name, then from the oldest version to the newest. */
  SearchAnswer search(SearchQuery query) throws IOException;

  /** The categories of the packages that pass, by id. */
  List<CategoryCount> categories(CategoriesQuery query) throws IOException;

  /** Where a version lies below the output folder; its version text must be given as published. */
  Optional<StoredVersion> find(String name, String version) throws IOException;

  /** The folder of the pages for people, below the output folder; empty where there are none. */
  default Optional<String> pages() {
    return Optional.empty();
  }
}
