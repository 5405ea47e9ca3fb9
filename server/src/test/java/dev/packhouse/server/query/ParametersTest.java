package dev.packhouse.server.query;

import static org.assertj.core.api.Assertions.assertThat;

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
}
