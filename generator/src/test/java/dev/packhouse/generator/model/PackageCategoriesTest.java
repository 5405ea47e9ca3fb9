package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class PackageCategoriesTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final PackageCategories categories =
      PackageCategories.of(
          (ObjectNode)
              MAPPER.readTree(
                  """
                  {"categories": ["siem", "datastore", "nowhere"],
                   "policy_templates": [{"categories": ["web", "siem"]}, {"name": "x"}]}
                  """));

  @Test
  void areThoseOfThePackageAndOfItsPolicyTemplates() {
    assertThat(categories.ids()).containsExactly("siem", "datastore", "nowhere", "web");
    assertThat(categories.known())
        .extracting(Category::id)
        .containsExactly("siem", "datastore", "web");
  }

  @Test
  void findAPackageAlsoInWhatStandsAboveThem() {
    assertThat(categories.knownWithParents())
        .extracting(Category::id)
        .containsExactly("siem", "security", "datastore", "web", "observability");
  }

  @Test
  void areNoneWhereNoneAreListed() {
    assertThat(PackageCategories.of(MAPPER.createObjectNode()).knownWithParents()).isEmpty();
  }
}
