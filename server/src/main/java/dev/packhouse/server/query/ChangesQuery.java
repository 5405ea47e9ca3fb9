package dev.packhouse.server.query;

/**
 * Which part of the list of changes is asked for.
 *
 * @param since the entries behind this cursor; 0 for all
 * @param limit most of them, at least one
 */
public record ChangesQuery(long since, int limit) {}
