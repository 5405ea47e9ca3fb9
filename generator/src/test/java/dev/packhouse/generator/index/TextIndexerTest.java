package dev.packhouse.generator.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextIndexerTest {
  @TempDir Path folder;

  @Test
  void givesNamesTheNumbersThatTheyHaveInTheirOrder() throws Exception {
    write(text("zoom", ""), text("b_two", ""), text("a", ""));

    try (MMapDirectory directory = new MMapDirectory(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader segment = reader.leaves().getFirst().reader();
      SortedDocValues names = segment.getSortedDocValues(TextFields.ID);
      for (int document = 0; document < 3; document++) {
        assertThat(names.advanceExact(document)).isTrue();
        assertThat(names.ordValue()).isEqualTo(document);
      }
      assertThat(names.lookupOrd(1).utf8ToString()).isEqualTo("b_two");
    }
    assertThat(TextIndexer.isWhole(folder)).isTrue();
  }

  @Test
  void findsPartsOfNamesAndStemsOfWords() throws Exception {
    write(text("fortinet_fortiGate", "Collects the firewalls' logs"));

    try (MMapDirectory directory = new MMapDirectory(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (String part : List.of("fortinet", "gate", "fortinetfortigate")) {
        assertThat(reader.docFreq(new Term(TextFields.NAME, part))).as(part).isEqualTo(1);
      }
      for (String word : List.of("log", "logs", "firewall")) {
        assertThat(reader.docFreq(new Term(TextFields.DESCRIPTION, word))).as(word).isEqualTo(1);
      }
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "avgobjsize"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "obj"))).isEqualTo(1);
    }
  }

  @Test
  void keepsOfAnEarlierIndexWhatIsMadeOfTheSame() throws Exception {
    write(text("a", "apples"), text("b", "pears"));
    EarlierTexts earlier = EarlierTexts.read(Optional.of(folder));

    assertThat(earlier.keep("a", new BytesRef("a"))).isTrue();
    assertThat(earlier.keep("b", new BytesRef("a newer b"))).isFalse();
    assertThat(earlier.keep("c", new BytesRef("c"))).isFalse();
    try (MMapDirectory directory = new MMapDirectory(folder.resolve("next"));
        IndexWriter writer =
            new IndexWriter(directory, TextIndexer.config(new KeywordAnalyzer()))) {
      earlier.addTo(writer);
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.docFreq(new Term(TextFields.DESCRIPTION, "apple"))).isEqualTo(1);
        assertThat(reader.docFreq(new Term(TextFields.DESCRIPTION, "pear"))).isZero();
      }
    }
  }

  @Test
  void isNotWholeWhereNothingWasFinished() throws Exception {
    try (TextIndexer indexer = TextIndexer.create(folder)) {
      indexer.add(text("a", ""), "a");
    }

    assertThat(TextIndexer.isWhole(folder)).isFalse();
    assertThat(TextIndexer.isWhole(folder.resolve("missing"))).isFalse();
  }

  private void write(PackageText... texts) throws Exception {
    try (TextIndexer indexer = TextIndexer.create(folder)) {
      for (PackageText text : texts) {
        indexer.add(text, text.name());
      }
      indexer.finish();
    }
  }

  private static PackageText text(String name, String description) {
    return new PackageText(
        name,
        "Title",
        description,
        List.of("security", "Security"),
        List.of(),
        List.of(),
        List.of("mongodb.dbstats.avg_obj_size"),
        "");
  }
}
