package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class TreesTest {
  private static final ObjectNode TREE =
      (ObjectNode)
          JsonMapper.shared()
              .readTree(
                  """
                  {"name": "a", "null": null, "list": [{"name": "b"}, {"name": "c"}],
                   "texts": ["d", "e"], "owner": {"github": "f", "deep": {"deeper": "g"}}}
                  """);

  @Test
  void findsTextsAtPaths() {
    assertThat(Trees.text(TREE, "name")).isEqualTo("a");
    assertThat(Trees.text(TREE, "owner", "github")).isEqualTo("f");
    assertThat(Trees.text(TREE, "owner", "deep", "deeper")).isEqualTo("g");
  }

  @Test
  void givesNoTextWhereThereIsNone() {
    assertThat(Trees.text(TREE, "missing")).isEmpty();
    assertThat(Trees.text(TREE, "null")).isEmpty();
    assertThat(Trees.text(TREE, "list")).isEmpty();
    assertThat(Trees.text(TREE, "owner")).isEmpty();
    assertThat(Trees.text(TREE, "name", "below")).isEmpty();
    assertThat(Trees.text(TREE, "missing", "below")).isEmpty();
  }

  @Test
  void findsObjectsOnlyWhereTheyAre() {
    assertThat(Trees.object(TREE, "owner")).map(it -> Trees.text(it, "github")).contains("f");
    assertThat(Trees.object(TREE, "name")).isEmpty();
    assertThat(Trees.object(TREE, "missing")).isEmpty();
    assertThat(Trees.object(TREE, "null")).isEmpty();
  }

  @Test
  void findsListsOnlyWhereTheyAre() {
    assertThat(Trees.objects(TREE, "list"))
        .extracting(it -> Trees.text(it, "name"))
        .containsExactly("b", "c");
    assertThat(Trees.objects(TREE, "owner")).isEmpty();
    assertThat(Trees.objects(TREE, "missing")).isEmpty();
    assertThat(Trees.texts(TREE, "texts")).containsExactly("d", "e");
    assertThat(Trees.texts(TREE, "name")).isEmpty();
    assertThat(Trees.texts(TREE, "missing")).isEmpty();
  }
}
