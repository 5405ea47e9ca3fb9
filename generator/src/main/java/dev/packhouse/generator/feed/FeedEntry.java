package dev.packhouse.generator.feed;

import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.model.FirstPublication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version, as feeds tell of it.
 *
 * @param title of the package, for people
 * @param summary what is new in the version, or what the package is
 * @param author who owns the package
 * @param categories ids of those in which the version is found, sorted
 * @param download the archive that people are offered
 */
record FeedEntry(
    FirstPublication first,
    String name,
    String version,
    String title,
    String summary,
    Optional<String> author,
    List<String> categories,
    Optional<Download> download)
    implements Comparable<FeedEntry> {
  FeedEntry {
    categories = List.copyOf(categories);
  }

  Instant updated() {
    return first.time();
  }

  /** The newest first. */
  @Override
  public int compareTo(FeedEntry other) {
    return other.first.compareTo(first);
  }
}
