package dev.packhouse.generator.feed;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** The newest of many entries. Safe for any number of threads. */
final class NewestEntries {
  /** Readers ask for a feed again and again, and only for what is new. */
  static final int MOST = 100;

  private final PriorityQueue<FeedEntry> oldestFirst =
      new PriorityQueue<>(Collections.reverseOrder());

  synchronized void add(FeedEntry entry) {
    oldestFirst.add(entry);
    if (oldestFirst.size() > MOST) {
      oldestFirst.remove();
    }
  }

  /** From the newest to the oldest. */
  synchronized List<FeedEntry> list() {
    return oldestFirst.stream().sorted().toList();
  }
}
