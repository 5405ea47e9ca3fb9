package dev.packhouse.generator.synthetic;

import java.util.List;

/**
 * What all versions of a made-up package have in common.
 *
 * @param stream folder of its data stream
 */
record Traits(
    String name,
    String title,
    String description,
    String type,
    List<String> categories,
    List<String> capabilities,
    String owner,
    String stream,
    List<Template> templates) {
  /** A policy template with one input. */
  record Template(
      String name, String title, String description, String input, List<String> categories) {}
}
