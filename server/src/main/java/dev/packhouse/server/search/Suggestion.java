package dev.packhouse.server.search;

/** A package that a text may become. */
public record Suggestion(String name, String title) {}
