package dev.packhouse.generator.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.model.Product;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OpenApiTest {
  private final JsonNode document = JsonMapper.shared().readTree(OpenApi.json());

  @Test
  void isTheDocumentThatWasLookedAtLast() throws IOException {
    String pretty =
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    Golden.assertMatches("openapi.json", pretty.replace(Product.version(), "VERSION") + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void hasEveryEndpointOfTheTableWithItsParametersAndAnswers(Endpoint endpoint) {
    for (String path : endpoint.paths()) {
      JsonNode get = document.path("paths").path(path).path("get");
      assertThat(get.path("summary").asString()).isEqualTo(endpoint.summary());
      assertThat(get.path("parameters").valueStream().map(it -> it.path("name").asString()))
          .hasSize(endpoint.pathParameters(path).size() + endpoint.queryParameters().size())
          .containsAll(endpoint.queryParameters().stream().map(QueryParameter::name).toList());
      assertThat(get.path("responses").propertyNames())
          .hasSize(endpoint.answers().size() + 1)
          .contains("default");
    }
  }

  @Test
  void givesEachOperationANameOfItsOwn() {
    assertThat(document.findValuesAsString("operationId"))
        .hasSize(document.path("paths").size())
        .doesNotHaveDuplicates();
  }

  @Test
  void refersToNothingThatIsNotInIt() {
    Set<String> references =
        document.findValuesAsString("$ref").stream()
            .map(reference -> reference.replace("#/components/schemas/", ""))
            .collect(Collectors.toSet());
    assertThat(document.path("components").path("schemas").propertyNames())
        .containsExactlyInAnyOrderElementsOf(references);
  }

  @Test
  void isAsciiAndTheSameEachTime() {
    byte[] json = OpenApi.json();
    assertThat(json).isEqualTo(OpenApi.json());
    assertThat(new String(json, US_ASCII).getBytes(US_ASCII)).isEqualTo(json);
  }
}
