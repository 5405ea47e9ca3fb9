package dev.packhouse.server.query;

import java.util.Optional;

/**
 * What {@code /search/facets} is asked: the same as a search, to be counted.
 *
 * @param all every version counts, not only the newest of each package
 * @param category applied after the newest versions are chosen
 * @param text that packages are about
 */
public record FacetsQuery(
    PackageFilter filter, boolean all, Optional<String> category, Optional<String> text) {}
