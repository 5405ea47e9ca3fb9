package dev.packhouse.server.search;

import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers what clients ask of one generation of a registry. Safe for any number of threads. */
public interface RegistrySearch {
  /**
   * The records that answer the query, by name, then from the oldest version to the newest; where a
   * text is asked for, and not the order of names, those packages first that answer it best.
   *
   * @throws NoTextException if a text is asked for where there is no text index
   * @throws StaleCursorException if what was given before the query's cursor has changed since
   */
  SearchAnswer search(SearchQuery query) throws IOException;

  /**
   * What those have that a search would find.
   *
   * @throws NoTextException if there is no text index, with or without a text that is asked for
   */
  Facets facets(FacetsQuery query) throws IOException;

  /**
   * The packages whose name or title a text may become, the likeliest first.
   *
   * @throws NoTextException if there is no text index
   */
  List<Suggestion> suggest(SuggestQuery query) throws IOException;

  /** The categories of the packages that pass, by id. */
  List<CategoryCount> categories(CategoriesQuery query) throws IOException;

  /** Where a version lies below the output folder; its version text must be given as published. */
  Optional<StoredVersion> find(String name, String version) throws IOException;

  /** The folder of the generation below the output folder, without a slash at its end. */
  String folder();

  /** The folder of the pages for people, below the output folder; empty where there are none. */
  default Optional<String> pages() {
    return Optional.empty();
  }
}
