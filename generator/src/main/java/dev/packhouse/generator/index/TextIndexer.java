package dev.packhouse.generator.index;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.Description;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
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

/**
 * Writes the text index of a generation: one segment, one document for each name, in the order of
 * names. Closing without {@link #finish} throws away what was added.
 */
public final class TextIndexer implements Description, Closeable {
  private static final double BUFFER_MEGABYTES = 16;

  private final Directory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;

  private TextIndexer(Directory directory, Analyzer analyzer, IndexWriter writer) {
    this.directory = directory;
    this.analyzer = analyzer;
    this.writer = writer;
  }

  /** Starts an empty index in the folder, which is made when it is not there. */
  public static TextIndexer create(Path folder) throws IOException {
    Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
    Analyzer analyzer = TextAnalyzer.ofIndex();
    try {
      return new TextIndexer(directory, analyzer, new IndexWriter(directory, config(analyzer)));
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
    add(PackageTextReader.read(described));
  }

  /**
   * Adds what one package says of itself; no name may be added twice. For any number of threads.
   */
  public void add(PackageText text) throws IOException {
    writer.addDocument(TextDocument.of(text));
  }

  @Override
  public void finish() throws IOException {
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

  private static IndexWriterConfig config(Analyzer analyzer) {
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
