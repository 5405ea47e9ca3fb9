package dev.packhouse.generator.index;

import java.util.List;

/**
 * What a package says of itself, for search by text.
 *
 * @param name of the package
 * @param categories ids and titles
 * @param templates names, titles and descriptions of policy templates and their inputs
 * @param streams datasets and titles of data streams
 * @param fields names with dots, sorted
 * @param readme its prose, without tables and code
 */
public record PackageText(
    String name,
    String title,
    String description,
    List<String> categories,
    List<String> templates,
    List<String> streams,
    List<String> fields,
    String readme) {
  public PackageText {
    categories = List.copyOf(categories);
    templates = List.copyOf(templates);
    streams = List.copyOf(streams);
    fields = List.copyOf(fields);
  }
}
