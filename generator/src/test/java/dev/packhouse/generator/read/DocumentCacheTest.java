package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Document;
import org.junit.jupiter.api.Test;

final class DocumentCacheTest {
  private static final String LIST = "- a\n- b\n";

  private final DocumentCache cache = DocumentCache.ofBytes(4_000);

  @Test
  void givesTheSameValueForEqualFiles() {
    assertThat(value(read("one.yml", LIST))).isSameAs(value(read("two.yml", LIST)));
  }

  @Test
  void tellsFilesApartThatDifferInAByte() {
    assertThat(value(read("one.yml", LIST))).isNotEqualTo(value(read("two.yml", "- a\n- c\n")));
  }

  @Test
  void readsTheSameBytesAsWhatTheFileIsWrittenIn() {
    byte[] bytes = "{\"a\": yes}".getBytes(UTF_8);

    assertThat(cache.read(Syntax.YAML, "a.yml", bytes)).isInstanceOf(Document.Parsed.class);
    assertThat(cache.read(Syntax.JSON, "a.json", bytes)).isInstanceOf(Document.Broken.class);
  }

  @Test
  void namesInEachFindingTheFileThatItIsIn() {
    String broken = "a: [";
    String twice = "a: 1\na: 2\n";

    read("one.yml", broken);
    read("one.yml", twice);

    assertThat(read("two.yml", broken))
        .isInstanceOfSatisfying(
            Document.Broken.class, it -> assertThat(it.finding().file()).isEqualTo("two.yml"));
    assertThat(read("two.yml", twice))
        .isInstanceOfSatisfying(
            Document.Parsed.class,
            it ->
                assertThat(it.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.file()).isEqualTo("two.yml")));
  }

  @Test
  void keepsNoMoreThanItsSize() {
    Document first = read("first.yml", "- " + "a".repeat(1_000));
    for (int i = 0; i < 100; i++) {
      String text = "- %d %s".formatted(i, "b".repeat(1_000));
      read("more.yml", text);
      read("more.yml", text);
    }

    assertThat(value(read("first.yml", "- " + "a".repeat(1_000)))).isNotSameAs(value(first));
  }

  @Test
  void keepsNothingWhereItIsOff() {
    DocumentCache off = DocumentCache.none();

    Document once = off.read(Syntax.YAML, "a.yml", LIST.getBytes(UTF_8));
    Document again = off.read(Syntax.YAML, "a.yml", LIST.getBytes(UTF_8));

    assertThat(value(again)).isEqualTo(value(once)).isNotSameAs(value(once));
  }

  private Document read(String file, String text) {
    return cache.read(Syntax.YAML, file, text.getBytes(UTF_8));
  }

  private static Object value(Document document) {
    return ((Document.Parsed) document).value();
  }
}
