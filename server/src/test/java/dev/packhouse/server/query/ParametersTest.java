package dev.packhouse.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.model.ParseResult.Parsed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ParametersTest {
  static Stream<Parameter<?>> all() {
    return Parameters.ALL.stream();
  }

  @Test
  void readsEveryParameterOfTheTableInItsOrder() {
    assertThat(Parameters.ALL.stream().<QueryParameter>map(Parameter::described))
        .containsExactlyElementsOf(QueryParameters.ALL);
  }

  @ParameterizedTest
  @MethodSource("all")
  void takesTheExampleOfTheTable(Parameter<?> parameter) {
    String query = parameter.described().name() + "=" + parameter.described().example();
    assertThat(parameter.read(QueryString.parse(query)).orElseThrow()).isInstanceOf(Parsed.class);
  }
}
