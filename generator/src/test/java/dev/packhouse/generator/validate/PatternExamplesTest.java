package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody has to read a pattern to know what to write: findings show an example that matches. */
final class PatternExamplesTest {
  private static final Path SPEC =
      Path.of("src/main/resources/dev/packhouse/generator/spec").toAbsolutePath();

  /** Says for which variables something holds, and is in no finding. */
  private static final Set<String> CONDITIONS = Set.of("if", "not");

  @Test
  void showsWithEachPatternWhatMatchesIt() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SPEC)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        collect(JsonMapper.shared().readTree(Files.readString(file)), found);
      }
    }

    assertThat(found)
        .hasSizeGreaterThan(80)
        .allSatisfy(
            node ->
                assertThat(example(node))
                    .as(node.toString())
                    .matches(it -> pattern(node).matcher(it).find()));
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.path("pattern").isString()) {
      found.add(node);
    }
    node.properties().stream()
        .filter(it -> !CONDITIONS.contains(it.getKey()))
        .forEach(it -> collect(it.getValue(), found));
    if (node.isArray()) {
      node.forEach(item -> collect(item, found));
    }
  }

  private static String example(JsonNode node) {
    return node.path("example")
        .asString(node.path("examples").path(0).asString(""))
        .replace("{package}", "a");
  }

  private static Pattern pattern(JsonNode node) {
    return Pattern.compile(node.path("pattern").stringValue().replace("{package}", "a"));
  }
}
