package dev.packhouse.generator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EndpointTest {
  private static final Pattern IN_BRACES = Pattern.compile("\\{([a-z]+)\\}");

  @ParameterizedTest
  @EnumSource
  void describesWhatStandsInBracesInItsPaths(Endpoint endpoint) {
    for (String path : endpoint.paths()) {
      assertThat(endpoint.pathParameters(path).stream().map(PathParameter::name))
          .containsExactlyElementsOf(inBraces(path));
    }
    assertThat(endpoint.pathParameters())
        .allMatch(parameter -> endpoint.paths().stream().anyMatch(parameter::isIn));
  }

  @ParameterizedTest
  @EnumSource
  void givesEachStatusOneAnswer(Endpoint endpoint) {
    assertThat(endpoint.answers().stream().map(EndpointAnswer::status))
        .doesNotHaveDuplicates()
        .isSorted()
        .contains(200);
  }

  @ParameterizedTest
  @EnumSource
  void hasAnExampleThatItIsAskedWith(Endpoint endpoint) {
    String[] target = endpoint.example().split("\\?", 2);
    String path = endpoint.path().replace("{path}", ".+").replaceAll("\\{[a-z]+\\}", "[^/]+");
    assertThat(target[0]).matches(path);
    if (target.length > 1) {
      assertThat(Stream.of(target[1].split("&", -1)).map(pair -> pair.split("=", -1)[0]))
          .isSubsetOf(endpoint.queryParameters().stream().map(QueryParameter::name).toList());
    }
  }

  @Test
  void describesEverythingInSentences() {
    assertThat(EndpointReference.all())
        .allSatisfy(
            endpoint -> {
              assertThat(endpoint.summary()).endsWith(".");
              assertThat(endpoint.parameters()).allMatch(it -> it.description().endsWith("."));
              assertThat(endpoint.parameters()).noneMatch(it -> it.example().isEmpty());
              assertThat(endpoint.answers()).allMatch(it -> it.description().endsWith("."));
            });
  }

  @Test
  void namesEachPathAndEachParameterOnce() {
    assertThat(Arrays.stream(Endpoint.values()).flatMap(it -> it.paths().stream()))
        .doesNotHaveDuplicates();
    assertThat(Endpoint.values())
        .allSatisfy(
            endpoint ->
                assertThat(endpoint.queryParameters().stream().map(QueryParameter::name))
                    .doesNotHaveDuplicates());
    assertThat(QueryParameters.ALL).noneMatch(parameter -> parameter.endpoints().isEmpty());
  }

  /** The first wrong one is answered for, so clients see the order. */
  @Test
  void keepsTheOrderInWhichMistakesAreAnswered() {
    assertThat(QueryParameters.ALL.stream().map(QueryParameter::name))
        .startsWith(
            "kibana.version",
            "agent.version",
            "prerelease",
            "experimental",
            "spec.min",
            "spec.max",
            "discovery",
            "all",
            "include_policy_templates");
  }

  private static List<String> inBraces(String path) {
    return IN_BRACES.matcher(path).results().map((MatchResult it) -> it.group(1)).toList();
  }
}
