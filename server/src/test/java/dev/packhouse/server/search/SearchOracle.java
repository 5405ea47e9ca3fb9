package dev.packhouse.server.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.VersionConstraint;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.DiscoveryFilter;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SpecVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of docs/http-api.md over a list in memory, one after the other and without an index.
 */
final class SearchOracle {
  private final List<IndexedPackage> versions;

  SearchOracle(Collection<IndexedPackage> versions) {
    this.versions = versions.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  /** Name, version and names of policy templates of each record. */
  List<String> search(SearchQuery query) {
    return chosen(query.filter(), query.all()).stream()
        .flatMap(version -> describe(version, query.category()).stream())
        .toList();
  }

  /** Id and count of each category. */
  List<String> categories(CategoriesQuery query) {
    Map<String, Integer> counts = new TreeMap<>();
    for (IndexedPackage version : chosen(query.filter(), false)) {
      for (String id : counted(version, query.includePolicyTemplates())) {
        counts.put(id, counts.getOrDefault(id, 0) + 1);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  private List<IndexedPackage> chosen(PackageFilter filter, boolean all) {
    List<IndexedPackage> chosen = new ArrayList<>();
    versions.stream()
        .filter(version -> passes(version, filter))
        .collect(groupingBy(version -> version.id().name(), TreeMap::new, toList()))
        .values()
        .forEach(name -> chosen.addAll(ofName(name, filter.experimental(), all)));
    return chosen;
  }

  private static List<IndexedPackage> ofName(
      List<IndexedPackage> name, boolean older, boolean all) {
    List<IndexedPackage> preferred =
        name.stream()
            .filter(version -> older && !version.id().version().hasPrerelease())
            .filter(version -> !all || version.id().version().major() != 0)
            .toList();
    List<IndexedPackage> left = preferred.isEmpty() ? name : preferred;
    return all ? left : List.of(left.getLast());
  }

  private static boolean passes(IndexedPackage version, PackageFilter filter) {
    boolean older =
        admits(version.kibana(), filter.kibana())
            && filter.name().stream().allMatch(version.id().name()::equals)
            && filter.type().stream().allMatch(version.type()::equals);
    if (filter.experimental()) {
      return older;
    }
    boolean mature = !version.id().version().hasPrerelease() && !version.isExperimental();
    SpecVersion spec =
        new SpecVersion(version.formatVersion().major(), version.formatVersion().minor());
    return older
        && (filter.prerelease() || mature)
        && admits(version.agent(), filter.agent())
        && filter.capabilities().stream().allMatch(has -> has.containsAll(version.capabilities()))
        && filter.specMin().stream().allMatch(min -> spec.compareTo(min) >= 0)
        && filter.specMax().stream().allMatch(max -> spec.compareTo(max) <= 0)
        && filter.discovery().stream().allMatch(discovery -> passes(version, discovery));
  }

  private static boolean passes(IndexedPackage version, DiscoveryFilter filter) {
    return switch (filter) {
      case DiscoveryFilter.Fields(Set<String> names) ->
          !version.discoveryFields().isEmpty() && names.containsAll(version.discoveryFields());
      case DiscoveryFilter.Datasets(Set<String> names) ->
          version.discoveryDatasets().stream().anyMatch(names::contains);
    };
  }

  private static boolean admits(
      Optional<VersionConstraint> constraint, Optional<SemanticVersion> version) {
    return constraint.isEmpty() || version.isEmpty() || constraint.get().admits(version.get());
  }

  private static Optional<String> describe(IndexedPackage version, Optional<String> category) {
    List<Integer> templates =
        IntStream.range(0, version.categories().templates().size()).boxed().toList();
    if (category.isPresent() && !has(version.categories().own(), category.get())) {
      if (version.categories().templates().stream().noneMatch(list -> has(list, category.get()))) {
        return Optional.empty();
      }
      templates =
          templates.stream()
              .filter(i -> version.categories().templates().get(i).contains(category.get()))
              .toList();
    }
    return Optional.of(
        "%s %s %s"
            .formatted(
                version.id().name(),
                version.id().version(),
                templates.stream().map(i -> "t" + i).toList()));
  }

  private static List<String> counted(IndexedPackage version, boolean includePolicyTemplates) {
    List<String> counted = new ArrayList<>(version.categories().own());
    List<List<String>> templates = version.categories().templates();
    if (!includePolicyTemplates || templates.equals(List.of(List.of()))) {
      return counted;
    }
    templates.forEach(template -> counted.addAll(version.categories().own()));
    templates.forEach(counted::addAll);
    Set<String> extra = new HashSet<>();
    templates.forEach(extra::addAll);
    extra.removeIf(id -> has(version.categories().own(), id));
    counted.addAll(extra);
    return counted;
  }

  private static boolean has(List<String> categories, String wanted) {
    return categories.stream().anyMatch(id -> isOrStandsBelow(id, wanted));
  }

  private static boolean isOrStandsBelow(String id, String wanted) {
    return Stream.concat(
            Stream.of(id), Categories.standard().find(id).flatMap(Category::parent).stream())
        .anyMatch(wanted::equals);
  }
}
