package dev.packhouse.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ParametersTest {
  @Test
  void keepsTheOrderInWhichMistakesAreAnswered() {
    assertThat(Parameters.ALL.stream().map(Parameter::name))
        .containsExactly(
            "kibana.version",
            "agent.version",
            "prerelease",
            "experimental",
            "spec.min",
            "spec.max",
            "discovery",
            "all",
            "include_policy_templates",
            "package",
            "type",
            "capabilities",
            "category",
            "internal");
  }

  @Test
  void namesEachParameterOnceAndDescribesIt() {
    assertThat(Parameters.ALL.stream().map(Parameter::name)).doesNotHaveDuplicates();
    assertThat(Parameters.ALL).allMatch(parameter -> parameter.description().endsWith("."));
    assertThat(Parameters.ALL).noneMatch(parameter -> parameter.endpoints().isEmpty());
  }

  @Test
  void isTheTableInTheDocumentation() throws IOException {
    String table = Parameters.ALL.stream().map(ParametersTest::row).collect(Collectors.joining());
    Golden.assertPart(
        Path.of("../docs/http-api.md"),
        "<!-- parameters: written by ParametersTest -->",
        "<!-- end of parameters -->",
        "| parameter | on | meaning |\n|---|---|---|\n" + table);
  }

  private static String row(Parameter<?> parameter) {
    String on =
        parameter.endpoints().stream()
            .sorted()
            .map(Endpoint::path)
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s |\n".formatted(parameter.name(), on, parameter.description());
  }
}
