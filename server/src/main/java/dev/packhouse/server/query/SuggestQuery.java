package dev.packhouse.server.query;

/**
 * What {@code /suggest} is asked.
 *
 * @param text as far as it is typed
 * @param limit how many suggestions, at most
 */
public record SuggestQuery(PackageFilter filter, String text, int limit) {}
