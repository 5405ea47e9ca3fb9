package dev.packhouse.generator.feed;

import java.io.IOException;

/** Takes feeds that are written. Safe for any number of threads. */
@FunctionalInterface
public interface FeedFiles {
  /**
   * Takes a feed.
   *
   * @param path below the folder of feeds
   */
  void add(String path, byte[] feed) throws IOException;
}
