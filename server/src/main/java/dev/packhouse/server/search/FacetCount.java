package dev.packhouse.server.search;

/** A value, and how many of the versions that were found have it. */
public record FacetCount(String value, int count) {}
