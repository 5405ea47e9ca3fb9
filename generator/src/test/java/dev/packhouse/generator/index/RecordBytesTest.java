package dev.packhouse.generator.index;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.model.ShortRecord;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

final class RecordBytesTest {
  private static final ShortRecord THREE =
      record(
          "{\"name\":\"a\",\"policy_templates\":[", "],\"type\":\"input\"}", "{1}", "{22}", "{}");

  @Test
  void givesTheWholeText() {
    assertThat(RecordBytes.whole(stored(THREE)).utf8ToString())
        .isEqualTo("{\"name\":\"a\",\"policy_templates\":[{1},{22},{}],\"type\":\"input\"}");
  }

  @Test
  void givesTheWholeTextOfRecordWithoutPolicyTemplates() {
    BytesRef stored = stored(record("{\"name\":\"a\"}", ""));

    assertThat(RecordBytes.whole(stored).utf8ToString()).isEqualTo("{\"name\":\"a\"}");
    assertThat(with(stored, i -> true)).isEqualTo("{\"name\":\"a\"}");
  }

  @Test
  void keepsChosenPolicyTemplates() {
    assertThat(with(stored(THREE), i -> i != 1))
        .isEqualTo("{\"name\":\"a\",\"policy_templates\":[{1},{}],\"type\":\"input\"}");
    assertThat(with(stored(THREE), i -> i == 1))
        .isEqualTo("{\"name\":\"a\",\"policy_templates\":[{22}],\"type\":\"input\"}");
    assertThat(with(stored(THREE), i -> true))
        .isEqualTo(RecordBytes.whole(stored(THREE)).utf8ToString());
  }

  @Test
  void leavesOutTheKeyWhereNoPolicyTemplateStays() {
    assertThat(with(stored(THREE), i -> false)).isEqualTo("{\"name\":\"a\",\"type\":\"input\"}");
  }

  @Test
  void leavesOutTheLastKeyOfThatNameInIndentedText() {
    ShortRecord indented =
        record(
            "{\"x\": \",\\\"policy_templates\\\"\",\"policy_templates\": [\n  ",
            "\n  ],\n  \"type\": \"input\"\n}",
            "{}");

    assertThat(with(stored(indented), i -> false))
        .isEqualTo("{\"x\": \",\\\"policy_templates\\\"\",\n  \"type\": \"input\"\n}");
  }

  @Test
  void refusesHeadWithoutTheKey() {
    ShortRecord record = record("{", "]}", "{}");

    assertThatThrownBy(() -> RecordBytes.encode(record)).isInstanceOf(IllegalStateException.class);
  }

  private static ShortRecord record(String head, String tail, String... templates) {
    List<byte[]> parts = Arrays.stream(templates).map(RecordBytesTest::bytes).toList();
    return new ShortRecord(bytes(head), parts, bytes(tail));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Stored bytes as Lucene gives them: a part of a larger array. */
  private static BytesRef stored(ShortRecord record) {
    BytesRef encoded = RecordBytes.encode(record);
    byte[] array = new byte[encoded.length + 10];
    Arrays.fill(array, (byte) 'x');
    System.arraycopy(encoded.bytes, encoded.offset, array, 5, encoded.length);
    return new BytesRef(array, 5, encoded.length);
  }

  private static String with(BytesRef stored, IntPredicate keeps) {
    return RecordBytes.with(stored, keeps).stream()
        .map(BytesRef::utf8ToString)
        .collect(Collectors.joining());
  }
}
