package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.PagePolicy;

/**
 * What is around the content of every page.
 *
 * @param root from the page to the folder of the pages: nothing, or {@code ../}
 * @param title of the page
 * @param description in a sentence, for search engines
 * @param site what all pages have in common
 */
record Shell(String root, String title, String description, Site site) {
  String policy() {
    return PagePolicy.TEXT;
  }

  String asset(String name) {
    return root + site.assets().path(name);
  }
}
