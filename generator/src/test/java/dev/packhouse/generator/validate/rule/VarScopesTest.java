package dev.packhouse.generator.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VarScopesTest {
  private final Element near = element("near.yml");
  private final Element far = element("far.yml");
  private final VarScopes scopes =
      new VarScopes(List.of(Map.of("a", near), Map.of(), Map.of("a", far, "b", far)));

  @Test
  void takesTheVariableOfTheFirstScopeThatHasIt() {
    assertThat(scopes.find("a")).contains(near);
    assertThat(scopes.find("b")).contains(far);
    assertThat(scopes.find("c")).isEmpty();
  }

  @Test
  void namesTheVariablesOfAllScopesThoseOfTheFirstOnesFirst() {
    assertThat(scopes.names()).hasSize(3).startsWith("a").contains("b");
  }

  private static Element element(String file) {
    return Element.root(file, new Value.Text(Place.START, ""));
  }
}
