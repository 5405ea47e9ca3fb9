package dev.packhouse.generator.feed;

import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.model.FirstPublication;
import dev.packhouse.generator.model.ShortText;
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
  /** In characters: a feed holds it for each of a hundred versions. */
  private static final int LONGEST_TITLE = 200;

  private static final int LONGEST_NAME = 100;

  FeedEntry {
    title = ShortText.start(title, LONGEST_TITLE);
    author = author.map(owner -> ShortText.start(owner, LONGEST_NAME));
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
