package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class PackageFacetsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'license': 'basic', 'conditions': {'elastic': {'subscription': 'gold'}}} | gold",
        "{'license': 'platinum', 'conditions': {'kibana': {'version': '^8.0.0'}}} | platinum",
        "{'source': {'license': 'Apache-2.0'}} | ''"
      })
  void takeTheOldNameOfASubscriptionWhereThereIsNoOther(String record, String subscription) {
    ObjectNode read = (ObjectNode) MAPPER.readTree(record.replace('\'', '"').strip());
    assertThat(PackageFacets.of(read).subscription()).isEqualTo(subscription);
  }
}
