package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

final class JsonReaderTest {
  private static final String FILE = "packages/a/default.json";
  private static final String LONG_NUMBER = "123456789012345678901234567890";

  @Test
  void saysTheLimitWhereAFileHoldsTooMuch() {
    assertThat(parsed("[" + "1,".repeat(Documents.MOST_VALUES - 2) + "1]")).isNotNull();

    for (String text :
        new String[] {
          "[" + "1,".repeat(Documents.MOST_VALUES), "{" + "\"a\":1,".repeat(Documents.MOST_VALUES)
        }) {
      Finding finding = broken(text.getBytes(UTF_8));
      assertThat(finding.code()).isEqualTo("file.value_limit");
      assertThat(finding.message()).contains("more than 100000 keys and values");
    }
  }

  @Test
  void countsLinesAndCharactersAsEditorsDo() {
    String smile = "\uD83D\uDE00";
    Value.Mapping root =
        (Value.Mapping)
            parsed("{\"a\": \"" + smile + "\u2028\",\n \"" + smile + "\": 1, \"b\": 2}");

    assertThat(find(root, smile).place()).isEqualTo(new Place(2, 7));
    assertThat(entry(root, "b").keyPlace()).isEqualTo(new Place(2, 10));
    assertThat(broken(("[\"" + smile + "\", x]").getBytes(UTF_8)).place())
        .contains(new Place(1, 7));
  }

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
        .isEqualTo(new Value.Whole(new Place(3, 12), new BigInteger(LONG_NUMBER), LONG_NUMBER));
    assertThat(find(root, "decimal")).isEqualTo(new Value.Decimal(new Place(4, 14), 1.5, "1.5"));
    assertThat(find(root, "flag")).isEqualTo(new Value.Flag(new Place(4, 27), true, "true"));
    assertThat(find(root, "nothing")).isEqualTo(new Value.Null(new Place(4, 44)));
    assertThat(((Value.Sequence) find(root, "list")).items())
        .containsExactly(new Value.Flag(new Place(5, 12), false, "false"));
  }

  @Test
  void readsAnEmptyFileAsNothing() {
    assertThat(parsed("")).isInstanceOf(Value.Null.class);
    assertThat(parsed(" \n")).isInstanceOf(Value.Null.class);
  }

  @Test
  void readsAByteOrderMarkAsNothingAndWarnsOfIt() {
    assertThat(parsed("\ufeff{}")).isInstanceOf(Value.Mapping.class);
    assertThat(((Document.Parsed) JsonReader.read(FILE, "\ufeff{}".getBytes(UTF_8))).warnings())
        .extracting(Finding::code)
        .containsExactly("json.byte_order_mark");
    assertThat(((Document.Parsed) JsonReader.read(FILE, "{}".getBytes(UTF_8))).warnings())
        .isEmpty();
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
    assertThat(finding.message())
        .startsWith("This is not JSON: ")
        .doesNotContain("\n")
        .doesNotContainPattern("Source|Feature|Stream|REDACTED|`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"a\":\n [1, 2` | 2:7 | the file ends in the middle of a value",
        "`{\"a\":\n \"b` | 2:4 | the file ends in the middle of a value",
        "[1, NaN] | 1:8 | Non-standard token 'NaN'",
        "[1] // x | 1:5 | Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
        "[1] [2] | 1:5 | more stands behind the end of the value",
      })
  void saysInPlainWordsWhatIsNoJson(String text, String place, String problem) {
    assertThat(broken(text.getBytes(UTF_8)).toString())
        .startsWith(FILE + ":" + place + ": error: This is not JSON: " + problem + ". Mend");
  }

  @Test
  void readsTwoHundredLevelsAndNoMore() {
    assertThat(parsed("[".repeat(200) + "]".repeat(200))).isInstanceOf(Value.Sequence.class);
    Finding finding = broken(("\n" + "[".repeat(201) + "]".repeat(201)).getBytes(UTF_8));

    assertThat(finding.message()).contains("nested more than 200 levels deep");
    assertThat(finding.place().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void warnsOfKeysThatStandTwice() {
    Document document = JsonReader.read(FILE, "{\"a\": 1,\n \"a\": 2}".getBytes(UTF_8));

    assertThat(document)
        .isInstanceOfSatisfying(
            Document.Parsed.class,
            parsed -> {
              assertThat(parsed.warnings())
                  .singleElement()
                  .hasToString(
                      FILE
                          + ":2:2: warning: The key a stands twice; the last one counts."
                          + " Remove the one on line 1, or this one. [json.duplicate_key]");
              assertThat(find((Value.Mapping) parsed.value(), "a").asText()).contains("2");
            });
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(broken(new byte[] {'"', (byte) 0xe9, '"'}).code()).isEqualTo("file.encoding");
  }

  @Test
  void keepsThreeLevelsOfAnOutlineAtTheirPlaces() throws IOException {
    Document whole = outline("{\"a\": [{\"b\": [1]}, null, [2], 3],\r \"c\": 4}".getBytes(UTF_8));

    assertThat(((Document.Parsed) whole).value())
        .isEqualTo(parsed("{\"a\": [{        }, null, [ ], 3],\r \"c\": 4}"));
  }

  @Test
  void countsCharactersOfAnOutlineAsColumns() throws IOException {
    String smile = "\ud83d\ude00";
    byte[] bytes = ("[[\"" + smile.repeat(20_000) + "\"], " + smile).getBytes(UTF_8);

    assertThat(((Document.Broken) outline(bytes)).finding().place()).contains(new Place(1, 20_008));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[[1,]]]]",
        "[[[[1]]]",
        "[[[{\"a\": 1]]]",
        "[[[{\"a\": NaN}]]]",
        "[[[\"a\nb\"]]]",
        "[[[1]]] 2",
      })
  void refusesWhatIsNoJsonAnywhereInAnOutline(String text) throws IOException {
    assertThat(outline(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Document.Broken.class, it -> assertThat(it.finding().code()).isEqualTo("json.syntax"));
  }

  @Test
  void refusesOtherEncodingsAnywhereInAnOutline() throws IOException {
    byte[] bytes = "[[[\"x\"]]]".getBytes(UTF_8);
    bytes[4] = (byte) 0xE9;

    assertThat(outline(bytes))
        .isInstanceOfSatisfying(
            Document.Broken.class,
            it -> assertThat(it.finding().code()).isEqualTo("file.encoding"));
  }

  @Test
  void warnsOfAByteOrderMarkInAnOutline() throws IOException {
    assertThat(((Document.Parsed) outline("\ufeff{}".getBytes(UTF_8))).warnings())
        .extracting(Finding::code)
        .containsExactly("json.byte_order_mark");
    assertThat(((Document.Parsed) outline("{}".getBytes(UTF_8))).warnings()).isEmpty();
    assertThat(outline("1".getBytes(UTF_8))).isInstanceOf(Document.Parsed.class);
  }

  @Test
  void readsAnOutlineOfAnyLengthWithoutMoreOnTopThanADocumentHas() throws IOException {
    String deep = "[\"" + "x".repeat(Documents.LARGEST + 1) + "\"" + ", 1".repeat(200_000) + "]";
    String top = "null, ".repeat(Documents.MOST_VALUES) + "null";

    assertThat(outline(("{\"a\": [{\"b\": " + deep + "}]}").getBytes(UTF_8)))
        .isInstanceOf(Document.Parsed.class);
    assertThat(((Document.Broken) outline(("[" + top + "]").getBytes(UTF_8))).finding().code())
        .isEqualTo("file.value_limit");
    assertThat(((Document.Broken) outline(deep.getBytes(UTF_8))).finding().message())
        .contains("a text more than 4194304 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"%s\", \"%s\"]", "{\"%s\": 1, \"b%s\": 1}"})
  void holdsNoMoreTextOfAnOutlineThanADocumentHas(String text) throws IOException {
    String half = "x".repeat(Documents.LARGEST / 2);

    assertThat(outline(text.formatted(half, "").getBytes(UTF_8)))
        .isInstanceOf(Document.Parsed.class);
    assertThat(
            ((Document.Broken) outline(text.formatted(half, half + "x").getBytes(UTF_8))).finding())
        .returns("file.size_limit", Finding::code)
        .matches(it -> it.place().orElseThrow().column() > half.length());
  }

  @Test
  void leavesAnOutlineThatCannotBeReadToItsCaller() throws IOException {
    InputStream gone = InputStream.nullInputStream();
    gone.close();
    InputStream start = new ByteArrayInputStream("[1, 2, 3".getBytes(UTF_8));

    assertThatThrownBy(() -> JsonReader.outline(FILE, new SequenceInputStream(start, gone)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  static Stream<Arguments> hostile() {
    return Stream.of("[", "{\"a\":", "{", "]", "1", "\"", "\\", "[[],", "{\"a\":1,", "\"a\"", "1e9")
        .map(part -> argumentSet(part, part.repeat(100_000 / part.length())));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void answersHostileFilesFast(String text) {
    assertThat(broken(text.getBytes(UTF_8)).code()).isEqualTo("json.syntax");
  }

  @Property(tries = 3_000)
  void readsWhatTheLibraryReadsAsATree(@ForAll("tokens") String text) throws IOException {
    boolean isRead = JsonReader.read(FILE, text.getBytes(UTF_8)) instanceof Document.Parsed;

    assertThat(isRead).isEqualTo(text.isBlank() || isTree(text));
    assertThat(outline(text.getBytes(UTF_8)) instanceof Document.Parsed).isEqualTo(isRead);
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"a\":",
            "1",
            "1.5",
            "true",
            "null",
            " ",
            "\n",
            "x",
            "{\"a\": 1}",
            "[1, 2]")
        .list()
        .ofMaxSize(6)
        .map(tokens -> String.join("", tokens));
  }

  private static Document outline(byte[] bytes) throws IOException {
    return JsonReader.outline(FILE, new ByteArrayInputStream(bytes));
  }

  private static boolean isTree(String text) {
    try {
      JsonMapper.shared().readTree(text);
      return true;
    } catch (JacksonException _) {
      return false;
    }
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
