package dev.packhouse.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.index.SamplePackage;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.DiscoveryFilter;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.SearchQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneRegistryTest {
  private static final PackageFilter ANY = Filters.none().prerelease().build();
  private static final PackageFilter OLDER = Filters.none().experimental().build();

  @TempDir Path generation;

  @Test
  void answersWithTheNewestOfEachPackage() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.9.0"),
            SamplePackage.of("a", "1.10.0"),
            SamplePackage.of("a", "2.0.0-rc1"),
            SamplePackage.of("b", "1.0.0"),
            SamplePackage.of("b", "1.1.0").experimental(true))) {
      assertThat(text(registry, Filters.none().build(), false))
          .isEqualTo(
              """
              [{"name":"a","version":"1.10.0"},{"name":"b","version":"1.0.0"}]\
              """);
      assertThat(records(registry, ANY, false)).containsExactly("a 2.0.0-rc1 []", "b 1.1.0 []");
      assertThat(records(registry, ANY, true))
          .containsExactly(
              "a 1.9.0 []", "a 1.10.0 []", "a 2.0.0-rc1 []", "b 1.0.0 []", "b 1.1.0 []");
    }
  }

  @Test
  void givesTheSameDigestToTheSameAnswerAlone() throws Exception {
    SamplePackage[] versions = {
      SamplePackage.of("a", "1.0.0").categories("web"),
      SamplePackage.of("a", "1.1.0").template("web").template("cloud"),
      SamplePackage.of("b", "1.0.0").categories("cloud"),
    };
    Map<String, String> digests = new HashMap<>();
    try (LuceneRegistry registry = registry(versions)) {
      for (boolean all : new boolean[] {true, false}) {
        for (Optional<String> category :
            List.of(
                Optional.<String>empty(),
                Optional.of("web"),
                Optional.of("cloud"),
                Optional.of("nosuch"))) {
          SearchAnswer answer = registry.search(new SearchQuery(ANY, all, category));
          String before = digests.put(AnswerReader.text(answer), answer.digest());
          assertThat(before).isIn(null, answer.digest());
        }
      }
    }
    assertThat(digests).hasSize(6);
    assertThat(Set.copyOf(digests.values())).hasSize(6);

    Path next = generation.resolve("next");
    SamplePackage.index(
        next.resolve("index"),
        List.of(versions[2].build(), versions[1].build(), SamplePackage.of("c", "2.0.0").build()));
    try (LuceneRegistry registry = LuceneRegistry.open(next)) {
      SearchAnswer same = registry.search(new SearchQuery(ANY, false, Optional.of("cloud")));
      assertThat(digests).containsEntry(AnswerReader.text(same), same.digest());
      assertThat(registry.search(new SearchQuery(ANY, false, Optional.empty())).digest())
          .isNotIn(digests.values());
    }
  }

  @Test
  void countsVersionsThatDifferInBuildMetadataByTheirText() throws Exception {
    try (LuceneRegistry registry =
        registry(SamplePackage.of("a", "1.0.0+b"), SamplePackage.of("a", "1.0.0+a"))) {
      assertThat(records(registry, ANY, false)).containsExactly("a 1.0.0+b []");
      assertThat(records(registry, ANY, true)).containsExactly("a 1.0.0+a []", "a 1.0.0+b []");
    }
  }

  @Test
  void prefersReleasesInTheOlderFilter() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "0.9.0"),
            SamplePackage.of("a", "1.0.0"),
            SamplePackage.of("a", "1.1.0-rc1"),
            SamplePackage.of("b", "0.1.0-rc1"),
            SamplePackage.of("b", "0.1.0-rc2"),
            SamplePackage.of("c", "0.1.0"),
            SamplePackage.of("c", "0.2.0-rc1"))) {
      assertThat(records(registry, OLDER, false))
          .containsExactly("a 1.0.0 []", "b 0.1.0-rc2 []", "c 0.1.0 []");
      assertThat(records(registry, OLDER, true))
          .containsExactly(
              "a 1.0.0 []", "b 0.1.0-rc1 []", "b 0.1.0-rc2 []", "c 0.1.0 []", "c 0.2.0-rc1 []");
    }
  }

  @Test
  void appliesTheCategoryAfterTheChoice() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.0.0").categories("security"),
            SamplePackage.of("a", "1.1.0").categories("web"))) {
      assertThat(inCategory(registry, "security")).isEmpty();
      assertThat(inCategory(registry, "observability")).containsExactly("a 1.1.0 []");
    }
  }

  @Test
  void keepsOnlyPolicyTemplatesOfTheCategoryWhereThePackageHasNone() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.0.0")
                .categories("aws")
                .template("siem")
                .template("security")
                .template("other"))) {
      assertThat(inCategory(registry, "aws")).containsExactly("a 1.0.0 [t0, t1, t2]");
      assertThat(inCategory(registry, "security")).containsExactly("a 1.0.0 [t1]");
      assertThat(inCategory(registry, "other")).containsExactly("a 1.0.0 [t2]");
    }
  }

  @Test
  void leavesOutPolicyTemplatesWhereOnlyChildrenOfTheCategoryMatch() throws Exception {
    try (LuceneRegistry registry = registry(SamplePackage.of("a", "1.0.0").template("siem"))) {
      SearchQuery query = new SearchQuery(ANY, false, Optional.of("security"));

      assertThat(AnswerReader.text(registry.search(query)))
          .isEqualTo(
              """
              [{"name":"a","version":"1.0.0","type":"integration"}]\
              """);
    }
  }

  @Test
  void countsCategoriesOfPackages() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.0.0").categories("aws", "siem").template("web"),
            SamplePackage.of("b", "1.0.0").categories("aws"))) {
      assertThat(counts(registry, false)).containsExactly("aws=2", "siem=1");
    }
  }

  @Test
  void countsCategoriesOfPolicyTemplates() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.0.0")
                .categories("siem")
                .template("security", "other")
                .template("other")
                .template(),
            SamplePackage.of("b", "1.0.0").categories("aws").template())) {
      assertThat(counts(registry, true))
          .containsExactly("aws=1", "other=3", "security=1", "siem=4");
    }
  }

  @Test
  void findsVersionsByTheirText() throws Exception {
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.0.0"),
            SamplePackage.of("a", "1.1.0").bases("revisions/1/", "revisions/2/"))) {
      assertThat(registry.find("a", "1.0.0"))
          .hasValue(new StoredVersion("package/a/1.0.0", "epr/a/a-1.0.0", "records/a/1.0.0.json"));
      assertThat(registry.find("a", "1.1.0"))
          .hasValue(
              new StoredVersion(
                  "revisions/1/package/a/1.1.0",
                  "revisions/1/epr/a/a-1.1.0",
                  "revisions/2/records/a/1.1.0.json"));
      assertThat(registry.find("a", "1.2.0")).isEmpty();
      assertThat(registry.find("b", "1.0.0")).isEmpty();
    }
  }

  @Test
  void takesMoreDiscoveryFiltersThanAnIndexQueryHasClauses() throws Exception {
    List<DiscoveryFilter> filters = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      filters.add(new DiscoveryFilter.Fields(Set.of("x", "y" + i)));
      filters.add(new DiscoveryFilter.Datasets(Set.of("d")));
    }
    try (LuceneRegistry registry =
        registry(
            SamplePackage.of("a", "1.0.0").discoveryFields("x").discoveryDatasets("d"),
            SamplePackage.of("b", "1.0.0").discoveryFields("x", "y1").discoveryDatasets("d"))) {
      assertThat(records(registry, Filters.none().discovery(filters).build(), false))
          .containsExactly("a 1.0.0 []");
    }
  }

  @Test
  void answersFromAnEmptyRegistry() throws Exception {
    try (LuceneRegistry registry = registry()) {
      assertThat(text(registry, ANY, true)).isEqualTo("[]");
      assertThat(counts(registry, true)).isEmpty();
      assertThat(registry.find("a", "1.0.0")).isEmpty();
    }
  }

  @Test
  void refusesToAnswerWhenClosed() throws Exception {
    LuceneRegistry registry = registry(SamplePackage.of("a", "1.0.0"));
    registry.close();

    assertThatThrownBy(() -> registry.find("a", "1.0.0"))
        .isInstanceOf(AlreadyClosedException.class);
  }

  private LuceneRegistry registry(SamplePackage... versions) throws Exception {
    SamplePackage.index(
        generation.resolve("index"), Arrays.stream(versions).map(SamplePackage::build).toList());
    return LuceneRegistry.open(generation);
  }

  private static String text(LuceneRegistry registry, PackageFilter filter, boolean all)
      throws Exception {
    return AnswerReader.text(registry.search(new SearchQuery(filter, all, Optional.empty())));
  }

  private static List<String> records(LuceneRegistry registry, PackageFilter filter, boolean all)
      throws Exception {
    return AnswerReader.records(registry.search(new SearchQuery(filter, all, Optional.empty())));
  }

  private static List<String> inCategory(LuceneRegistry registry, String category)
      throws Exception {
    return AnswerReader.records(
        registry.search(new SearchQuery(ANY, false, Optional.of(category))));
  }

  private static List<String> counts(LuceneRegistry registry, boolean includePolicyTemplates)
      throws Exception {
    return AnswerReader.counts(
        registry.categories(new CategoriesQuery(ANY, includePolicyTemplates)));
  }
}
