package dev.packhouse.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.index.SamplePackage;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.VersionConstraint;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.SearchQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is found for a version exactly when its constraint admits that version. */
final class ConditionAgreementTest {
  private static final int CONSTRAINTS = 600;
  private static final int VERSIONS = 300;

  @TempDir Path generation;

  @Test
  void findsWhatTheConstraintAdmits() throws Exception {
    RandomVersions random = new RandomVersions(new Random(7));
    List<IndexedPackage> packages = new ArrayList<>();
    List<VersionConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < CONSTRAINTS; i++) {
      String text = random.constraint();
      packages.add(SamplePackage.of("p%04d".formatted(i), "1.0.0").kibana(text).build());
      constraints.add(VersionConstraint.parse(text).toOptional().orElseThrow());
    }
    assertThat(constraints).anyMatch(each -> each.ranges().isEmpty());
    assertThat(constraints).anyMatch(each -> each.ranges().isPresent());
    SamplePackage.index(generation.resolve("index"), packages);

    try (LuceneRegistry registry = LuceneRegistry.open(generation)) {
      for (int i = 0; i < VERSIONS; i++) {
        SemanticVersion version =
            SemanticVersion.parse(random.version()).toOptional().orElseThrow();
        assertThat(AnswerReader.records(registry.search(kibana(version))))
            .as("%s", version)
            .isEqualTo(admitting(constraints, version));
      }
    }
  }

  private static List<String> admitting(
      List<VersionConstraint> constraints, SemanticVersion version) {
    List<String> admitting = new ArrayList<>();
    for (int i = 0; i < constraints.size(); i++) {
      if (constraints.get(i).admits(version)) {
        admitting.add("p%04d 1.0.0 []".formatted(i));
      }
    }
    return admitting;
  }

  private static SearchQuery kibana(SemanticVersion version) {
    PackageFilter filter = Filters.none().kibana(version).build();
    return new SearchQuery(filter, false, Optional.empty());
  }
}
