package dev.packhouse.generator.index;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.Description;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes the text index of a generation: one segment, one document for each name, in the order of
 * names. Closing without {@link #finish} throws away what was added.
 */
public final class TextIndexer implements Description, Closeable {
  private static final double BUFFER_MEGABYTES = 16;

  private final Directory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final EarlierTexts earlier;

  private TextIndexer(
      Directory directory, Analyzer analyzer, IndexWriter writer, EarlierTexts earlier) {
    this.directory = directory;
    this.analyzer = analyzer;
    this.writer = writer;
    this.earlier = earlier;
  }

  /** Starts an empty index in the folder, which is made when it is not there. */
  public static TextIndexer create(Path folder) throws IOException {
    return create(folder, Optional.empty());
  }

  /**
   * The same beside an earlier index, of which is kept what is made of the same.
   *
   * @param earlier its folder; whole, and written by the same release
   */
  public static TextIndexer create(Path folder, Optional<Path> earlier) throws IOException {
    EarlierTexts texts = EarlierTexts.read(earlier);
    Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
    Analyzer analyzer = TextAnalyzer.ofIndex();
    try {
      return new TextIndexer(
          directory, analyzer, new IndexWriter(directory, config(analyzer)), texts);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Whether an index is of this format, can be opened, and has the files that were written. */
  public static boolean isWhole(Path folder) {
    return IndexedRecords.isWhole(folder, TextFields.commitData());
  }

  @Override
  public void add(DescribedPackage described) throws IOException {
    String madeOf = described.shown().digest();
    if (!earlier.keep(described.name(), new BytesRef(madeOf))) {
      add(PackageTextReader.read(described), madeOf);
    }
  }

  /**
   * Adds what one package says of itself; no name may be added twice. For any number of threads.
   *
   * @param madeOf names all that the text is made of
   */
  public void add(PackageText text, String madeOf) throws IOException {
    writer.addDocument(TextDocument.of(text, new BytesRef(madeOf)));
  }

  @Override
  public void finish() throws IOException {
    earlier.addTo(writer);
    writer.forceMerge(1);
    writer.setLiveCommitData(TextFields.commitData().entrySet());
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    try (directory;
        analyzer) {
      writer.rollback();
    }
  }

  static IndexWriterConfig config(Analyzer analyzer) {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setNoCFSRatio(1);
    return new IndexWriterConfig(analyzer)
        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
        .setMergePolicy(merges)
        .setOpenMode(OpenMode.CREATE)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setIndexSort(new Sort(new SortField(TextFields.ID, SortField.Type.STRING)))
        .setMergeScheduler(new SerialMergeScheduler())
        .setCommitOnClose(false);
  }
}
