package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.Value;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {
  private static final String FILE = "packages/a/manifest.yml";

  /** Pieces of YAML, a hundred thousand characters of each of which are tried. */
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          "- ",
          "? ",
          ": ",
          "a: ",
          "a: - ",
          "&a ",
          "*a ",
          "*a: ",
          "! ",
          "!!",
          "!<",
          "'",
          "\"",
          "\\",
          "|\n",
          "> ",
          "# ",
          ",",
          "%",
          "% \n",
          "---\n",
          "...\n",
          "<<: ",
          "[a, ",
          "{a: ",
          "{? ",
          "\t",
          "- - a\n",
          "a\n",
          "\n",
          "0",
          "1e9",
          "\ufeff",
          "\u0000",
          "\ud83d\ude00",
          "a: 1\n",
          "- &a [*a]\n",
          "\r",
          "\u2028",
          "\"\\\n",
          "a#");

  @Test
  void knowsWhereValuesAndKeysStand() {
    Value.Mapping root =
        mapping(
            """
            name: apache
            # A comment.
            owner:
              github: elastic/x
            list:
              - one
              - {two: 2}
            """);

    assertThat(root.place()).isEqualTo(new Place(1, 1));
    assertThat(entry(root, "name").keyPlace()).isEqualTo(new Place(1, 1));
    assertThat(find(root, "name").place()).isEqualTo(new Place(1, 7));
    assertThat(entry(root, "owner").keyPlace()).isEqualTo(new Place(3, 1));
    Value.Mapping owner = (Value.Mapping) find(root, "owner");
    assertThat(owner.place()).isEqualTo(new Place(4, 3));
    assertThat(find(owner, "github").place()).isEqualTo(new Place(4, 11));
    Value.Sequence list = (Value.Sequence) find(root, "list");
    assertThat(list.items().getFirst().place()).isEqualTo(new Place(6, 5));
    assertThat(entry((Value.Mapping) list.items().getLast(), "two").keyPlace())
        .isEqualTo(new Place(7, 6));
  }

  @Test
  void countsCharactersBeyondTheBasicPlaneAsOneColumn() {
    Value.Sequence list = (Value.Sequence) parsed("[\"\ud83d\ude00\", x]");

    assertThat(list.items().getLast().place()).isEqualTo(new Place(1, 7));
  }

  @Test
  void keepsTheOrderOfKeys() {
    assertThat(mapping("z: 1\na: 2\nm: 3\n").entries().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void readsTheFirstDocumentOnly() {
    assertThat(text(mapping("a: one\n---\na: two\n---\n[broken"), "a")).isEqualTo("one");
    assertThat(text(mapping("%YAML 1.1\n---\na: one\n...\n"), "a")).isEqualTo("one");
  }

  @Test
  void losesNothingBehindADirectiveInTheMiddle() {
    assertThat(broken("a: one\n%YAML 1.1\nb: two\n").place()).contains(new Place(3, 1));
    assertThat(text(mapping("a: one\n...\n%YAML 1.1\n---\nb: two\n"), "a")).isEqualTo("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "---\n---\na: 1\n", "~", " "})
  void readsAnEmptyFileAsNothing(String text) {
    assertThat(parsed(text)).isInstanceOf(Value.Null.class);
  }

  @Test
  void takesWordsInQuotesAsTexts() {
    Value.Mapping root =
        mapping("a: \"true\"\nb: '1'\nc: |\n  2\nd: !!str 3\ne: !own 4\nf: \"\"\n");

    assertThat(text(root, "a")).isEqualTo("true");
    assertThat(text(root, "b")).isEqualTo("1");
    assertThat(text(root, "c")).isEqualTo("2\n");
    assertThat(text(root, "d")).isEqualTo("3");
    assertThat(text(root, "e")).isEqualTo("4");
    assertThat(text(root, "f")).isEmpty();
  }

  @Test
  void followsTagsOfScalars() {
    Value.Mapping root = mapping("a: !!float 3\nb: !!int \"3\"\nc: !!bool \"yes\"\nd: !!null ''\n");

    assertThat(find(root, "a")).isEqualTo(new Value.Decimal(new Place(1, 4), 3.0, "3"));
    assertThat(find(root, "b"))
        .isEqualTo(new Value.Whole(new Place(2, 4), BigInteger.valueOf(3), "3"));
    assertThat(find(root, "c")).isEqualTo(new Value.Flag(new Place(3, 4), true, "yes"));
    assertThat(find(root, "d")).isEqualTo(new Value.Null(new Place(4, 4)));
  }

  @Test
  void writesAliasesOut() {
    Value.Mapping root = mapping("a: &x {k: v}\nb: *x\nc: [*x, *x]\n");

    assertThat(text((Value.Mapping) find(root, "b"), "k")).isEqualTo("v");
    assertThat(((Value.Sequence) find(root, "c")).items()).hasSize(2);
    assertThat(find(root, "b").place()).as("where the value is").isEqualTo(new Place(1, 4));
  }

  @Test
  void mergesWhatAnObjectDoesNotSayItself() {
    Value.Mapping root =
        mapping(
            """
            one: &one {a: 1, b: 1}
            two: &two {b: 2, c: 2}
            merged:
              <<: [*one, *two]
              a: own
            """);
    Value.Mapping merged = (Value.Mapping) find(root, "merged");

    assertThat(merged.entries().keySet()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(text(merged, "a")).isEqualTo("own");
    assertThat(find(merged, "b").asText()).contains("1");
    assertThat(find(merged, "c").asText()).contains("2");
  }

  @Test
  void takesAMergeKeyInQuotesAsAKey() {
    assertThat(mapping("\"<<\": {a: 1}\n").entries()).containsOnlyKeys("<<");
  }

  @Test
  void refusesToMergeWhatIsNoObject() {
    Finding finding = broken("a: 1\n<<: text\n");

    assertThat(finding.code()).isEqualTo("yaml.syntax");
    assertThat(finding.place()).contains(new Place(2, 5));
  }

  @Test
  void warnsOfKeysThatStandTwice() {
    Document.Parsed document = document("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");

    assertThat(document.warnings())
        .allSatisfy(
            warning -> {
              assertThat(warning.severity()).isEqualTo(Severity.WARNING);
              assertThat(warning.code()).isEqualTo("yaml.duplicate_key");
              assertThat(warning.file()).isEqualTo(FILE);
            })
        .extracting(warning -> warning.place().orElseThrow())
        .containsExactly(new Place(4, 3), new Place(5, 1));
    assertThat(find((Value.Mapping) document.value(), "a").asText()).contains("3");
  }

  @Test
  void doesNotWarnOfAMergedKeyThatStandsInBoth() {
    assertThat(document("a: &x {k: 1}\nb: {<<: *x, k: 2}\n").warnings()).isEmpty();
  }

  @Test
  void saysWhichKeysAreNoTexts() {
    Value.Mapping root = mapping("1: a\nyes: b\n\"2\": c\nname: d\n");

    assertThat(root.entries().entrySet().stream().filter(it -> it.getValue().keyIsText()))
        .extracting(entry -> entry.getKey())
        .containsExactly("2", "name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: [1, 2\nb: 3\n' | 2 | 2",
        "'a: b: c\n' | 1 | 5",
        "'a: *missing\n' | 1 | 4",
        "'\ta: 1\n' | 1 | 1",
        "'a: \"open\n' | 1 | 4",
        "'a: 1\nb: {c: 1\n\n' | 2 | 4",
        "'a: 1\nb: [c\n\n' | 2 | 4",
        "'a: 1\n- 2\n' | 2 | 1",
        "'? [a]\n: b\n' | 1 | 3",
        "'a: @x\n' | 1 | 4",
        "'a: \"\\q\"\n' | 1 | 6",
        "'a: \"\\U00110000\"\n' | 1 | 7",
        "'%YAML 9.9\n---\na: 1\n' | 1 | 1",
      })
  void pointsAtWhatIsNoYaml(String text, int line, int column) {
    Finding finding = broken(text);

    assertThat(finding.code()).isEqualTo("yaml.syntax");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.file()).isEqualTo(FILE);
    assertThat(finding.place()).as(finding.message()).contains(new Place(line, column));
    assertThat(finding.message()).startsWith("This is not YAML: ").doesNotContain("\n");
  }

  @Test
  void readsAByteOrderMarkAsNothing() {
    Value.Mapping root = mapping("\ufeffname: a\n");

    assertThat(text(root, "name")).isEqualTo("a");
    assertThat(entry(root, "name").keyPlace()).isEqualTo(new Place(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsAllKindsOfLineEnds(String end) {
    Value.Mapping root = mapping("a: 1" + end + "b: 2" + end + "c: three" + end);

    assertThat(find(root, "c")).isEqualTo(new Value.Text(new Place(3, 4), "three"));
  }

  @Test
  void countsLinesAndCharactersAsEditorsDo() {
    Value.Mapping root = mapping("a: \"x\u2028y\u0085z\"\r\nb: 3\n\"\uD83D\uDE00\": d\n");

    assertThat(entry(root, "b").keyPlace()).isEqualTo(new Place(2, 1));
    assertThat(find(root, "\uD83D\uDE00").place()).isEqualTo(new Place(3, 6));
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(brokenBytes("name: a\n".getBytes(UTF_16LE)).code()).isEqualTo("yaml.syntax");
    Finding latin = brokenBytes(new byte[] {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xe9});

    assertThat(latin.code()).isEqualTo("file.encoding");
    assertThat(latin.place()).contains(new Place(2, 4));
  }

  @Test
  void refusesACharacterThatIsCutInHalf() {
    byte[] euro = "a: \u20ac".getBytes(UTF_8);

    assertThat(brokenBytes(Arrays.copyOf(euro, euro.length - 1)).code()).isEqualTo("file.encoding");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 1_000, 5_000, 20_000})
  void pointsAtControlCharacters(int linesBefore) {
    Finding finding = broken("a: \ud83d\ude00\n".repeat(linesBefore) + "b: \u0007\n");

    assertThat(finding.code()).isEqualTo("yaml.syntax");
    assertThat(finding.message()).contains("control character");
    assertThat(finding.place()).contains(new Place(linesBefore + 1, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void pointsAtWhatIsNoTextBehindAnyKindOfLine(String end) {
    byte[] bytes = ("a: 1" + end + "b: " + end + "c: x").getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    assertThat(broken("a: 1" + end + "b: \u0007").place()).contains(new Place(2, 4));
    assertThat(brokenBytes(bytes).place()).contains(new Place(3, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void refusesOneOverlongLineAndNoFileOfShortOnes(String end) {
    Finding finding = broken("a: 1" + end + "b: " + "x".repeat(300_000) + end);

    assertThat(finding.code()).isEqualTo("yaml.line_limit");
    assertThat(finding.place().orElseThrow().line()).isEqualTo(2);
    assertThat(parsed(("- " + "x".repeat(100) + end).repeat(3_000)))
        .isInstanceOf(Value.Sequence.class);
  }

  @Test
  void refusesHalfACharacterByEscape() {
    assertThat(broken("a: \"\\ud800\"\n").code()).isEqualTo("yaml.syntax");
    assertThat(broken("\"\\udc00\": a\n").code()).isEqualTo("yaml.syntax");
  }

  @Test
  void readsTwoHundredLevelsAndNoMore() {
    assertThat(parsed("[".repeat(150) + "]".repeat(150))).isInstanceOf(Value.Sequence.class);
    Finding finding = broken("a: 1\nb: " + "[".repeat(300) + "]".repeat(300));

    assertThat(finding.code()).isEqualTo("yaml.nesting_limit");
    assertThat(finding.place().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void refusesDeepNestingWithNonsenseBehindTheLimit() {
    IntStream.range(190, 215)
        .forEach(
            depth ->
                assertThat(YamlReader.read(FILE, ("[".repeat(depth) + "@").getBytes(UTF_8)))
                    .isInstanceOf(Document.Broken.class));
  }

  @Test
  void refusesAliasesThatGrow() {
    assertThat(broken(bomb("*")).code()).isEqualTo("yaml.alias_limit");
    assertThat(broken(bomb("*") + "z: {<<: *x8}\n").code()).isEqualTo("yaml.alias_limit");
  }

  @Test
  void refusesAnAliasOfWhatItStandsIn() {
    assertThat(broken("a: &a [*a]\n").code()).isEqualTo("yaml.syntax");
    assertThat(broken("&a {b: *a}\n").code()).isEqualTo("yaml.syntax");
    assertThat(broken("&a {<<: *a}\n").code()).isEqualTo("yaml.syntax");
  }

  static Stream<Arguments> repeated() {
    return PIECES.stream()
        .map(
            piece ->
                argumentSet(
                    "much of <" + piece.replace("\n", "\\n") + ">",
                    piece.repeat(100_000 / piece.length())));
  }

  static Stream<Arguments> hostile() {
    String keys =
        IntStream.range(0, 8_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining(", "));
    String indented =
        IntStream.range(0, 440).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
    return Stream.of(
        argumentSet("growing indentation", indented),
        argumentSet("growing aliases", bomb("*")),
        argumentSet("growing lists to merge", bomb("*") + "z: {<<: *x8}\n"),
        argumentSet(
            "a large object merged often",
            "a: &a {" + keys + "}\nb: {<<: [" + "*a,".repeat(4_000) + "]}\n"),
        argumentSet(
            "a large object merged everywhere",
            "a: &a {" + keys + "}\nb:\n" + "- {<<: *a}\n".repeat(200)),
        argumentSet("one line of keys", "{" + keys + "}"),
        argumentSet("a long exponent", "a: 1e" + "9".repeat(300)),
        argumentSet("a long name", "?" + " a".repeat(50_000)));
  }

  @ParameterizedTest
  @MethodSource({"repeated", "hostile"})
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void answersHostileFilesFast(String text) {
    long lines = text.chars().filter(it -> it == '\n' || it == '\r' || it == '\u2028').count() + 1;

    switch (YamlReader.read(FILE, text.getBytes(UTF_8))) {
      case Document.Parsed(Value value, var _) ->
          assertThat((long) value.place().line()).isBetween(1L, lines);
      case Document.Broken(Finding finding) -> {
        assertThat(finding.code()).isIn("yaml.syntax", "yaml.alias_limit", "yaml.nesting_limit");
        assertThat(finding.message()).isNotBlank().doesNotContain("\n");
        assertThat((long) finding.place().orElseThrow().line()).isBetween(1L, lines);
      }
    }
  }

  @Test
  void saysTheLimitWhereAFileHoldsTooMuch() {
    assertThat(parsed("- a\n".repeat(Documents.MOST_VALUES - 1))).isNotNull();

    Finding finding = broken("- a\n".repeat(Documents.MOST_VALUES));

    assertThat(finding.code()).isEqualTo("file.value_limit");
    assertThat(finding.message()).contains("more than 100000 keys and values");
    assertThat(finding.place()).contains(new Place(Documents.MOST_VALUES, 3));
  }

  /** Nine levels of lists, each nine times the one before. */
  private static String bomb(String alias) {
    StringBuilder text = new StringBuilder("x0: &x0 {k: v}\n");
    for (int level = 1; level < 9; level++) {
      String before = alias + "x" + (level - 1);
      text.append("x%d: &x%d [%s]\n".formatted(level, level, String.join(",", nine(before))));
    }
    return text.toString();
  }

  private static List<String> nine(String text) {
    return Collections.nCopies(9, text);
  }

  private static Document.Parsed document(String text) {
    return switch (YamlReader.read(FILE, text.getBytes(UTF_8))) {
      case Document.Parsed parsed -> parsed;
      case Document.Broken(Finding finding) -> fail("broken: " + finding);
    };
  }

  private static Value parsed(String text) {
    return document(text).value();
  }

  private static Value.Mapping mapping(String text) {
    return (Value.Mapping) parsed(text);
  }

  private static Finding broken(String text) {
    return brokenBytes(text.getBytes(UTF_8));
  }

  private static Finding brokenBytes(byte[] bytes) {
    return switch (YamlReader.read(FILE, bytes)) {
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

  private static String text(Value.Mapping mapping, String key) {
    return ((Value.Text) find(mapping, key)).value();
  }
}
