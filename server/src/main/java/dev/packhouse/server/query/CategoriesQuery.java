package dev.packhouse.server.query;

/**
 * What {@code /categories} is asked.
 *
 * @param includePolicyTemplates the categories of policy templates count too
 */
public record CategoriesQuery(PackageFilter filter, boolean includePolicyTemplates) {}
