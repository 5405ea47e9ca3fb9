package dev.packhouse.server.search;

import dev.packhouse.generator.model.Category;

/** A category and how many packages (or policy templates) are in it. */
public record CategoryCount(Category category, int count) {}
