package dev.packhouse.server.query;

import java.util.Optional;

/**
 * What {@code /search} is asked.
 *
 * @param all every version that passes, not only the newest of each package
 * @param category applied after the newest versions are chosen
 */
public record SearchQuery(PackageFilter filter, boolean all, Optional<String> category) {}
