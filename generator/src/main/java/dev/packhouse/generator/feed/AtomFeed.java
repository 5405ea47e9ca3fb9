package dev.packhouse.generator.feed;

import dev.packhouse.generator.model.RegistryLayout;
import java.time.Instant;
import java.util.List;

/**
 * A feed.
 *
 * @param path below the folder of feeds
 * @param title for people
 * @param updated where it has no entry that says it
 * @param pages whether there are pages, to which entries lead
 * @param entries the newest first
 */
record AtomFeed(
    String path, String title, Instant updated, boolean pages, List<FeedEntry> entries) {
  AtomFeed {
    entries = List.copyOf(entries);
    updated = entries.isEmpty() ? updated : entries.getFirst().updated();
  }

  /** What leads from the feed to the output folder. */
  String root() {
    return "../"
        .repeat((int) (RegistryLayout.FEEDS + "/" + path).chars().filter(it -> it == '/').count());
  }

  /** The feed itself, as seen from where it lies. */
  String self() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
