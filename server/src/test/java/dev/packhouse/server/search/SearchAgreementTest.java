package dev.packhouse.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.index.SamplePackage;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.SearchQuery;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index answers as {@link SearchOracle} does, over random packages and queries. */
final class SearchAgreementTest {
  private static final int QUERIES = 500;

  @TempDir Path generation;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersAsTheOracle(long seed) throws Exception {
    RandomRegistry random = new RandomRegistry(seed);
    Collection<IndexedPackage> packages = random.packages(150);
    SearchOracle oracle = new SearchOracle(packages);
    SamplePackage.index(generation.resolve("index"), packages);

    int found = 0;
    try (LuceneRegistry registry = LuceneRegistry.open(generation)) {
      for (int i = 0; i < QUERIES; i++) {
        SearchQuery search = random.search();
        SearchAnswer answer = registry.search(search);
        assertThat(AnswerReader.records(answer)).as("%s", search).isEqualTo(oracle.search(search));
        CategoriesQuery categories = random.categories();
        assertThat(AnswerReader.counts(registry.categories(categories)))
            .as("%s", categories)
            .isEqualTo(oracle.categories(categories));
        found += answer.length() > 2 ? 1 : 0;
      }
    }
    assertThat(found).as("queries that find anything").isGreaterThan(QUERIES / 4);
  }
}
