package dev.packhouse.generator.index;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.IndexedRecord;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageIndexerTest {
  @TempDir Path folder;

  @Test
  void readsRecordsBackByNameThenFromOldToNew() throws Exception {
    SamplePackage.index(
        folder,
        packages("b 1.10.0", "b 1.9.0", "a 2.0.0", "b 2.0.0-rc.1", "b 2.0.0-rc.2", "ab 1.0.0"));

    assertThat(records())
        .extracting(record -> record.name() + " " + record.version())
        .containsExactly(
            "a 2.0.0", "ab 1.0.0", "b 1.9.0", "b 1.10.0", "b 2.0.0-rc.1", "b 2.0.0-rc.2");
  }

  @Test
  void readsBackWhatWasAdded() throws Exception {
    SamplePackage.index(
        folder,
        List.of(
            SamplePackage.of("a", "1.0.0").categories("aws").template("siem", "x").build(),
            SamplePackage.of("a", "1.1.0-rc1").build(),
            SamplePackage.of("a", "1.2.0").experimental(true).build()));

    List<IndexedRecord> records = records();
    assertThat(records).extracting(IndexedRecord::listed).containsExactly(true, false, false);
    assertThat(records.getFirst().categories())
        .isEqualTo(new PackageCategories(List.of("aws"), List.of(List.of("siem", "x"))));
    assertThat(new String(records.getFirst().json(), US_ASCII))
        .isEqualTo(
            """
            {"name":"a","version":"1.0.0","policy_templates":[{"name":"t0"}],"type":"integration"}\
            """);
  }

  @Test
  void makesOneSegmentWhereEachNameKnowsItsEnd() throws Exception {
    List<IndexedPackage> versions = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      versions.add(SamplePackage.of("p" + i % 700, "1." + i + ".0").build());
    }
    Collections.shuffle(versions, new Random(1));

    addInThreads(versions);

    try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(folder))) {
      assertThat(reader.leaves()).hasSize(1);
      LeafReader leaf = reader.leaves().getFirst().reader();
      assertThat(leaf.maxDoc()).isEqualTo(versions.size());
      assertEnds(leaf);
    }
  }

  @Test
  void keepsVersionsOfAnEarlierIndexAsIfTheyWereAdded() throws Exception {
    Path earlier = folder.resolve("earlier");
    SamplePackage.index(
        earlier, packages("a 1.0.0", "b 1.0.0", "b 1.1.0", "b 2.0.0", "c 1.0.0", "d 1.0.0"));
    Path next = folder.resolve("next");
    try (PackageIndexer indexer = PackageIndexer.create(next, Optional.of(earlier))) {
      for (IndexedPackage kept : packages("a 1.0.0", "b 1.0.0", "b 2.0.0", "d 1.0.0")) {
        indexer.keep(kept.id());
      }
      for (IndexedPackage added : packages("b 1.1.0", "b 3.0.0", "aa 1.0.0")) {
        indexer.add(added);
      }
      indexer.finish();
    }
    Path fresh = folder.resolve("fresh");
    SamplePackage.index(
        fresh,
        packages("a 1.0.0", "aa 1.0.0", "b 1.0.0", "b 1.1.0", "b 2.0.0", "b 3.0.0", "d 1.0.0"));

    try (DirectoryReader kept = DirectoryReader.open(new MMapDirectory(next));
        DirectoryReader added = DirectoryReader.open(new MMapDirectory(fresh))) {
      LeafReader leaf = kept.leaves().getFirst().reader();
      assertThat(kept.leaves()).hasSize(1);
      assertThat(kept.hasDeletions()).isFalse();
      assertEnds(leaf);
      assertThat(terms(leaf)).isEqualTo(terms(added.leaves().getFirst().reader())).isNotEmpty();
    }
    assertThat(records(next)).usingRecursiveComparison().isEqualTo(records(fresh));
  }

  @Test
  void refusesToKeepWhatTheEarlierIndexLacks() throws Exception {
    Path earlier = folder.resolve("earlier");
    SamplePackage.index(earlier, packages("a 1.0.0"));
    try (PackageIndexer indexer =
        PackageIndexer.create(folder.resolve("next"), Optional.of(earlier))) {
      indexer.keep(packages("b 1.0.0").getFirst().id());

      assertThatThrownBy(indexer::finish)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("lacks documents");
    }
  }

  @Test
  void leavesNothingBesideTheIndex() throws Exception {
    SamplePackage.index(folder, packages("a 1.0.0"));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .allMatch(n -> n.matches("(segments_1|_0.*)"));
    }
  }

  @Test
  void takesCategoriesOfAnyLength() throws Exception {
    String longest = "c".repeat(40_000);
    SamplePackage.index(
        folder,
        List.of(SamplePackage.of("a", "1.0.0").categories(longest).template(longest).build()));

    assertThat(records().getFirst().categories().own()).containsExactly(longest);
  }

  @Test
  void makesAnIndexOfNothing() throws Exception {
    SamplePackage.index(folder, List.of());

    assertThat(records()).isEmpty();
  }

  @Test
  void isWholeInItsOwnFormatAlone() throws Exception {
    SamplePackage.index(folder, List.of(SamplePackage.of("a", "1.0.0").build()));
    assertThat(IndexedRecords.isWhole(folder)).isTrue();

    try (MMapDirectory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("packhouse.index.format", "1").entrySet());
      writer.commit();
    }
    assertThat(IndexedRecords.isWhole(folder)).isFalse();
  }

  @Test
  void isReadableOfAnEarlierRevisionButNotOfAnotherFormat() throws Exception {
    SamplePackage.index(folder, List.of(SamplePackage.of("a", "1.0.0").build()));
    assertThat(IndexedRecords.isReadable(folder)).isTrue();

    mark(Map.of("packhouse.index.format", Integer.toString(IndexFields.FORMAT)));
    assertThat(IndexedRecords.isReadable(folder)).isTrue();
    assertThat(IndexedRecords.isWhole(folder)).isFalse();

    mark(Map.of("packhouse.index.format", "1"));
    assertThat(IndexedRecords.isReadable(folder)).isFalse();
    assertThat(IndexedRecords.isReadable(folder.resolve("missing"))).isFalse();
  }

  private void mark(Map<String, String> data) throws IOException {
    try (MMapDirectory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  @Test
  void throwsAwayWhatIsNotFinished() throws Exception {
    try (PackageIndexer indexer = PackageIndexer.create(folder)) {
      indexer.add(SamplePackage.of("a", "1.0.0").build());
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void failsWithAnIoExceptionOnceItIsBroken() throws Exception {
    PackageIndexer indexer = PackageIndexer.create(folder);
    indexer.close();

    assertThatThrownBy(() -> indexer.add(SamplePackage.of("a", "1.0.0").build()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write the index: ");
  }

  private void addInThreads(List<IndexedPackage> versions) throws Exception {
    try (PackageIndexer indexer = PackageIndexer.create(folder);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> adds = new ArrayList<>();
      for (IndexedPackage version : versions) {
        adds.add(
            threads.submit(
                () -> {
                  indexer.add(version);
                  return true;
                }));
      }
      for (Future<?> add : adds) {
        add.get();
      }
      indexer.finish();
    }
  }

  private static void assertEnds(LeafReader leaf) throws Exception {
    NumericDocValues ends = leaf.getNumericDocValues(IndexFields.NAME_END);
    SortedDocValues names = leaf.getSortedDocValues(IndexFields.NAME);
    long[] end = new long[leaf.maxDoc()];
    String[] name = new String[leaf.maxDoc()];
    for (int document = 0; document < leaf.maxDoc(); document++) {
      assertThat(ends.advanceExact(document)).isTrue();
      assertThat(names.advanceExact(document)).isTrue();
      end[document] = ends.longValue();
      name[document] = names.lookupOrd(names.ordValue()).utf8ToString();
    }
    assertThat(IntStream.range(0, end.length))
        .allSatisfy(
            document -> {
              int last = Math.toIntExact(end[document] - 1);
              assertThat(name[last]).isEqualTo(name[document]);
              assertThat(last + 1 == end.length || !name[last + 1].equals(name[last])).isTrue();
            });
  }

  /** Each with the documents that have it. */
  private static List<String> terms(LeafReader leaf) throws Exception {
    List<String> found = new ArrayList<>();
    for (FieldInfo field : leaf.getFieldInfos()) {
      Terms terms = leaf.terms(field.name);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          PostingsEnum documents = each.postings(null, PostingsEnum.NONE);
          while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            found.add(field.name + " " + term.utf8ToString() + " " + documents.docID());
          }
        }
      }
    }
    return found;
  }

  private List<IndexedRecord> records() throws Exception {
    return records(folder);
  }

  private static List<IndexedRecord> records(Path index) throws Exception {
    List<IndexedRecord> records = new ArrayList<>();
    IndexedRecords.forEach(index, records::add);
    return records;
  }

  private static List<IndexedPackage> packages(String... ids) {
    return Stream.of(ids)
        .map(id -> id.split(" ", -1))
        .map(parts -> SamplePackage.of(parts[0], parts[1]).build())
        .toList();
  }
}
