package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.PagePolicy;
import dev.packhouse.generator.model.RegistryLayout;

/**
 * What is around the content of every page.
 *
 * @param root from the page to the folder of the pages: nothing, or {@code ../}
 * @param title of the page
 * @param description in a sentence, for search engines
 * @param feed of what the page shows
 * @param site what all pages have in common
 */
record Shell(String root, String title, String description, Feed feed, Site site) {
  /**
   * A feed.
   *
   * @param path below the folder of feeds
   * @param title for people
   */
  record Feed(String path, String title) {
    /** New versions of all packages. */
    static final Feed ALL = new Feed(RegistryLayout.FEED_OF_ALL, "New package versions");
  }

  String policy() {
    return PagePolicy.TEXT;
  }

  String asset(String name) {
    return root + site.assets().path(name);
  }

  String feedLink() {
    return root + "../" + Link.path(RegistryLayout.FEEDS + "/" + feed.path());
  }
}
