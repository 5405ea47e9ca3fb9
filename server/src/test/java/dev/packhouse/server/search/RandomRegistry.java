package dev.packhouse.server.search;

import dev.packhouse.generator.index.SamplePackage;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.SemanticVersion;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws packages and queries from so few values that they often meet. */
final class RandomRegistry {
  private static final List<String> CATEGORIES =
      List.of("security", "siem", "iam", "observability", "kubernetes", "web", "aws", "unknown");
  private static final List<String> WORDS = List.of("a", "b", "c", "d");
  private static final List<String> TYPES = List.of("integration", "input", "content");
  private static final List<String> FORMATS =
      List.of("1.0.0", "2.3.0", "2.10.4", "3.0.0", "3.0.7", "3.1.0", "18446744073709551615.2.0");

  private final Random random;
  private final RandomVersions versions;

  RandomRegistry(long seed) {
    random = new Random(seed);
    versions = new RandomVersions(random);
  }

  /** No two of them have one name and version. */
  Collection<IndexedPackage> packages(int count) {
    Map<String, IndexedPackage> packages = new TreeMap<>();
    while (packages.size() < count) {
      IndexedPackage version = version();
      packages.put(version.id().toString(), version);
    }
    return packages.values();
  }

  SearchQuery search() {
    return new SearchQuery(filter(true), random.nextBoolean(), maybe(() -> oneOf(CATEGORIES)));
  }

  CategoriesQuery categories() {
    return new CategoriesQuery(filter(false), random.nextBoolean());
  }

  private IndexedPackage version() {
    SamplePackage version =
        SamplePackage.of("p" + random.nextInt(12), versions.packageVersion())
            .type(oneOf(TYPES))
            .formatVersion(oneOf(FORMATS))
            .experimental(random.nextInt(6) == 0)
            .capabilities(some(WORDS))
            .discoveryFields(some(WORDS))
            .discoveryDatasets(some(WORDS))
            .categories(some(CATEGORIES.subList(0, 7)));
    if (random.nextInt(4) > 0) {
      version.kibana(versions.constraint());
    }
    if (random.nextBoolean()) {
      version.agent(versions.constraint());
    }
    for (int templates = random.nextInt(4); templates > 0; templates--) {
      version.template(some(CATEGORIES));
    }
    return version.build();
  }

  /** Each part is seldom there, so that enough is left to disagree about. */
  private PackageFilter filter(boolean search) {
    return new PackageFilter(
        maybe(this::queryVersion),
        maybe(this::queryVersion),
        search ? maybe(() -> "p" + random.nextInt(13)) : Optional.empty(),
        search ? maybe(() -> oneOf(TYPES)) : Optional.empty(),
        maybe(() -> Set.of(some(WORDS))),
        maybe(this::spec),
        maybe(this::spec),
        maybe(this::discoveries).orElse(List.of()),
        random.nextBoolean(),
        random.nextInt(4) == 0);
  }

  private SemanticVersion queryVersion() {
    return SemanticVersion.parse(versions.version()).toOptional().orElseThrow();
  }

  private SpecVersion spec() {
    return new SpecVersion(random.nextInt(20) == 0 ? -1 : random.nextInt(4), random.nextInt(4));
  }

  private List<DiscoveryFilter> discoveries() {
    return Stream.generate(this::discovery).limit(1 + random.nextInt(3)).toList();
  }

  private DiscoveryFilter discovery() {
    Set<String> names = new HashSet<>(List.of(some(WORDS)));
    names.add("unheard");
    return random.nextBoolean()
        ? new DiscoveryFilter.Fields(names)
        : new DiscoveryFilter.Datasets(names);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String[] some(List<String> values) {
    List<String> chosen = new ArrayList<>(values);
    chosen.removeIf(value -> random.nextInt(values.size()) > 1);
    return chosen.toArray(String[]::new);
  }
}
