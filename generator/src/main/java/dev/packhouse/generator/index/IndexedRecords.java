package dev.packhouse.generator.index;

import dev.packhouse.generator.model.IndexedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/** Reads the search records of a finished index back in the order of an answer. */
public final class IndexedRecords {
  /** Takes the records one after the other. */
  @FunctionalInterface
  public interface Sink {
    void accept(IndexedRecord version) throws IOException;
  }

  private final SortedDocValues names;
  private final NumericDocValues nameEnds;
  private final BinaryDocValues versions;
  private final NumericDocValues maturities;
  private final BinaryDocValues categories;
  private final BinaryDocValues records;

  private IndexedRecords(LeafReader leaf) throws IOException {
    names = leaf.getSortedDocValues(IndexFields.NAME);
    nameEnds = leaf.getNumericDocValues(IndexFields.NAME_END);
    versions = leaf.getBinaryDocValues(IndexFields.VERSION);
    maturities = leaf.getNumericDocValues(IndexFields.MATURITY);
    categories = leaf.getBinaryDocValues(IndexFields.CATEGORIES);
    records = leaf.getBinaryDocValues(IndexFields.RECORD);
  }

  /**
   * Gives every version to the sink, by name, then from the oldest version to the newest. No more
   * than the versions of one name are in memory.
   *
   * @param folder what {@link PackageIndexer} wrote
   */
  public static void forEach(Path folder, Sink sink) throws IOException {
    try (Directory directory = new MMapDirectory(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        new IndexedRecords(leaf.reader()).giveAll(leaf.reader().maxDoc(), sink);
      }
    }
  }

  /** Whether an index is of this format, if of an earlier release, and undamaged. */
  public static boolean isReadable(Path folder) {
    return isUndamaged(
        folder,
        data -> IndexFields.formatOf(data).equals(IndexFields.formatOf(IndexFields.commitData())));
  }

  /** Whether an index has all that this release writes, can be opened, and is undamaged. */
  public static boolean isWhole(Path folder) {
    return isWhole(folder, IndexFields.commitData());
  }

  static boolean isWhole(Path folder, Map<String, String> commitData) {
    return isUndamaged(folder, commitData::equals);
  }

  private static boolean isUndamaged(Path folder, Predicate<Map<String, String>> commitData) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = new MMapDirectory(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return commitData.test(reader.getIndexCommit().getUserData());
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Doc values are read forwards only, so the versions of a name are turned round here. */
  private void giveAll(int count, Sink sink) throws IOException {
    List<IndexedRecord> newestFirst = new ArrayList<>();
    int end = 0;
    for (int document = 0; document < count; document++) {
      if (document == end) {
        nameEnds.advanceExact(document);
        end = Math.toIntExact(nameEnds.longValue());
        newestFirst.clear();
      }
      newestFirst.add(read(document));
      if (document == end - 1) {
        for (IndexedRecord version : newestFirst.reversed()) {
          sink.accept(version);
        }
      }
    }
  }

  private IndexedRecord read(int document) throws IOException {
    names.advanceExact(document);
    versions.advanceExact(document);
    maturities.advanceExact(document);
    categories.advanceExact(document);
    records.advanceExact(document);
    BytesRef json = IndexFields.record(records.binaryValue());
    return new IndexedRecord(
        names.lookupOrd(names.ordValue()).utf8ToString(),
        versions.binaryValue().utf8ToString(),
        IndexFields.isListed(maturities.longValue()),
        IndexFields.categories(categories.binaryValue()),
        BytesRef.deepCopyOf(json).bytes);
  }
}
