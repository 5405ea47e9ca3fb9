package dev.packhouse.generator.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of categories, two levels deep: a category may stand below another, which then covers it.
 */
public final class Categories {
  private static final Categories STANDARD = new Categories(readResource());

  private final Map<String, Category> byId;
  private final Map<String, Set<String>> families;

  private Categories(Collection<Category> categories) {
    Map<String, Category> ids = new HashMap<>();
    Map<String, Set<String>> covered = new HashMap<>();
    for (Category category : categories) {
      if (ids.put(category.id(), category) != null) {
        throw new IllegalStateException("category listed twice: " + category.id());
      }
      covered.computeIfAbsent(category.id(), id -> new HashSet<>()).add(category.id());
      category.parent().ifPresent(parent -> addChild(covered, parent, category.id()));
    }
    byId = Map.copyOf(ids);
    families = Map.copyOf(covered);
  }

  /** The categories that every registry knows, from the resource {@code categories.tsv}. */
  public static Categories standard() {
    return STANDARD;
  }

  public Optional<Category> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The category with those below it: what a query for it finds. An id that the table does not know
   * covers itself alone.
   */
  public Set<String> withChildren(String id) {
    return Set.copyOf(families.getOrDefault(id, Set.of(id)));
  }

  /** All categories of the table, in no order. */
  public Collection<Category> all() {
    return byId.values();
  }

  private static void addChild(Map<String, Set<String>> covered, String parent, String child) {
    Set<String> family = covered.computeIfAbsent(parent, id -> new HashSet<>());
    family.add(parent);
    family.add(child);
  }

  private static List<Category> readResource() {
    return JarText.read("categories.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Categories::parseLine)
        .toList();
  }

  private static Category parseLine(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    Optional<String> parent = cells.size() > 2 ? Optional.of(cells.get(2)) : Optional.empty();
    return new Category(cells.get(0), cells.get(1), parent);
  }
}
