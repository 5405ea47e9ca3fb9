package dev.packhouse.generator.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

final class RecordFactsTest {
  @Test
  void sayHowLongTheRecordIs() {
    for (String text : new String[] {"", "{}", "x".repeat(70_000)}) {
      BytesRef facts = RecordFacts.of(new BytesRef(text));

      assertThat(facts.length).isEqualTo(20);
      assertThat(IndexFields.recordLength(facts)).isEqualTo(text.length());
    }
  }

  @Test
  void areReadFromTheMiddleOfOtherBytes() {
    BytesRef facts = RecordFacts.of(new BytesRef("{\"a\":1}"));
    byte[] bytes = new byte[50];
    System.arraycopy(facts.bytes, 0, bytes, 17, facts.length);

    assertThat(IndexFields.recordLength(new BytesRef(bytes, 17, facts.length))).isEqualTo(7);
  }

  @Test
  void tellRecordsApart() {
    assertThat(RecordFacts.of(new BytesRef("{\"a\":1}")))
        .isEqualTo(RecordFacts.of(new BytesRef("{\"a\":1}")))
        .isNotEqualTo(RecordFacts.of(new BytesRef("{\"a\":2}")));
  }
}
