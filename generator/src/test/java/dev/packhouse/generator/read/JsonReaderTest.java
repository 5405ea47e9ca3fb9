package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.math.BigInteger;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonReaderTest {
  private static final String FILE = "packages/a/default.json";

  @Test
  void readsAllKindsOfValuesWithTheirPlaces() {
    Value.Mapping root =
        (Value.Mapping)
            parsed(
                """
                {
                  "text": "\\u00e9",
                  "whole": 123456789012345678901234567890,
                  "decimal": 1.5, "flag": true, "nothing": null,
                  "list": [false]
                }
                """);

    assertThat(root.place()).isEqualTo(new Place(1, 1));
    assertThat(find(root, "text")).isEqualTo(new Value.Text(new Place(2, 11), "\u00e9"));
    assertThat(entry(root, "text").keyPlace()).isEqualTo(new Place(2, 3));
    assertThat(entry(root, "text").keyIsText()).isTrue();
    assertThat(find(root, "whole"))
        .isEqualTo(
            new Value.Whole(new Place(3, 12), new BigInteger("123456789012345678901234567890")));
    assertThat(find(root, "decimal")).isEqualTo(new Value.Decimal(new Place(4, 14), 1.5));
    assertThat(find(root, "flag")).isEqualTo(new Value.Flag(new Place(4, 27), true));
    assertThat(find(root, "nothing")).isEqualTo(new Value.Null(new Place(4, 44)));
    assertThat(((Value.Sequence) find(root, "list")).items())
        .containsExactly(new Value.Flag(new Place(5, 12), false));
  }

  @Test
  void readsAnEmptyFileAsNothing() {
    assertThat(parsed("")).isInstanceOf(Value.Null.class);
    assertThat(parsed(" \n")).isInstanceOf(Value.Null.class);
  }

  @Test
  void readsAByteOrderMarkAsNothing() {
    assertThat(parsed("\ufeff{}")).isInstanceOf(Value.Mapping.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,} | 1",
        "{\"a\": 1 | 1",
        "[1, 2 | 1",
        "[1] [2] | 1",
        "{'a': 1} | 1",
        "{a: 1} | 1",
        "// comment | 1",
        "[NaN] | 1",
        "[01] | 1",
        "\"open | 1",
        "{\"a\": | 1",
        "nul | 1",
        "`[1,\n2,\n}` | 3",
      })
  void pointsAtWhatIsNoJson(String text, int line) {
    Finding finding = broken(text.getBytes(UTF_8));

    assertThat(finding.code()).isEqualTo("json.syntax");
    assertThat(finding.file()).isEqualTo(FILE);
    assertThat(finding.place().orElseThrow().line()).isEqualTo(line);
    assertThat(finding.message()).startsWith("This is not JSON: ").doesNotContain("\n");
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(broken(new byte[] {'"', (byte) 0xe9, '"'}).code()).isEqualTo("yaml.encoding");
  }

  static Stream<Arguments> hostile() {
    return Stream.of("[", "{\"a\":", "{", "]", "1", "\"", "\\", "[[],", "{\"a\":1,", "\"a\"", "1e9")
        .map(part -> argumentSet(part, part.repeat(100_000 / part.length())));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void answersHostileFilesFast(String text) {
    assertThat(broken(text.getBytes(UTF_8))).isNotNull();
  }

  @Property
  void neverFails(@ForAll byte[] bytes) {
    assertThat(JsonReader.read(FILE, bytes)).isNotNull();
  }

  private static Value parsed(String text) {
    return switch (JsonReader.read(FILE, text.getBytes(UTF_8))) {
      case Document.Parsed(Value value, var _) -> value;
      case Document.Broken(Finding finding) -> fail("broken: " + finding);
    };
  }

  private static Finding broken(byte[] bytes) {
    return switch (JsonReader.read(FILE, bytes)) {
      case Document.Parsed(Value value, var _) -> fail("was read as " + value.kind());
      case Document.Broken(Finding finding) -> finding;
    };
  }

  private static Value.Entry entry(Value.Mapping mapping, String key) {
    return Objects.requireNonNull(mapping.entries().get(key), key);
  }

  private static Value find(Value.Mapping mapping, String key) {
    return entry(mapping, key).value();
  }
}
