package dev.packhouse.server.query;

import java.util.Optional;

/**
 * What {@code /search} is asked.
 *
 * @param all every version that passes, not only the newest of each package
 * @param category applied after the newest versions are chosen
 * @param text that packages are about
 */
public record SearchQuery(
    PackageFilter filter,
    boolean all,
    Optional<String> category,
    Optional<String> text,
    Presentation presentation) {
  /** Asks for no text, and for all records as they are. */
  public SearchQuery(PackageFilter filter, boolean all, Optional<String> category) {
    this(filter, all, category, Optional.empty(), Presentation.PLAIN);
  }
}
