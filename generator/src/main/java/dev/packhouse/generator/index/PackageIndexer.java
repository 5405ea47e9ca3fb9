package dev.packhouse.generator.index;

import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.PackageId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes the index of a generation: one segment, sorted by name and within a name from the newest
 * version to the oldest. What is added is buffered up to a fixed size, so memory does not grow with
 * the registry, save some bytes for each name.
 *
 * <p>Closing without {@link #finish} throws away what was added.
 */
public final class PackageIndexer implements Closeable {
  private static final double BUFFER_MEGABYTES = 24;

  private final Directory directory;
  private final IndexWriter writer;

  /** How many versions each name has, in the order of the index. */
  private final NavigableMap<BytesRef, Integer> versions = new ConcurrentSkipListMap<>();

  private final Optional<Path> earlier;
  private final Set<BytesRef> kept = ConcurrentHashMap.newKeySet();

  private PackageIndexer(Directory directory, IndexWriter writer, Optional<Path> earlier) {
    this.directory = directory;
    this.writer = writer;
    this.earlier = earlier;
  }

  /** Starts an empty index in the folder, which is made when it is not there. */
  public static PackageIndexer create(Path folder) throws IOException {
    return create(folder, Optional.empty());
  }

  /**
   * The same beside an earlier index, of which versions can be kept.
   *
   * @param earlier its folder; whole, and written by the same release
   */
  public static PackageIndexer create(Path folder, Optional<Path> earlier) throws IOException {
    // The registry's own lock keeps two generators apart: a second one would be left in the output.
    Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
    try {
      return new PackageIndexer(directory, new IndexWriter(directory, config()), earlier);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Adds one version; no version may be added twice. Safe for any number of threads. */
  public void add(IndexedPackage version) throws IOException {
    try {
      writer.addDocument(PackageDocument.of(version));
    } catch (AlreadyClosedException e) {
      throw failedEarlier(e);
    }
    count(version.id());
  }

  /** Whether there is an earlier index. */
  public boolean canKeep() {
    return earlier.isPresent();
  }

  /**
   * Adds one version as the earlier index has it; instead of {@link #add}. Safe for any number of
   * threads.
   */
  public void keep(PackageId id) {
    kept.add(new BytesRef(IndexFields.id(id.name(), id.version().text())));
    count(id);
  }

  /** Brings the index into its last form and onto the disk. To be called once, after all adds. */
  public void finish() throws IOException {
    try {
      addKept();
      setNameEnds();
      writer.forceMerge(1);
      writer.setLiveCommitData(IndexFields.commitData().entrySet());
      writer.commit();
    } catch (AlreadyClosedException e) {
      throw failedEarlier(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      // What finish() committed stays: a rollback only drops what came after.
      writer.rollback();
    }
  }

  private void count(PackageId id) {
    versions.merge(new BytesRef(id.name()), 1, Integer::sum);
  }

  private void addKept() throws IOException {
    if (!kept.isEmpty()) {
      Path folder = earlier.orElseThrow(() -> new IllegalStateException("Nothing to be kept"));
      KeptDocuments.add(folder, IndexFields.ID, kept, writer);
    }
  }

  /**
   * The merged segment holds the names in the order of the map, so the place of every name is known
   * before the merge, which then writes the values with all others.
   */
  private void setNameEnds() throws IOException {
    long end = 0;
    for (Map.Entry<BytesRef, Integer> name : versions.entrySet()) {
      end += name.getValue();
      writer.updateNumericDocValue(
          new Term(IndexFields.NAME, name.getKey()), IndexFields.NAME_END, end);
    }
  }

  private static IndexWriterConfig config() {
    // One file to open, and for servers one to look at after each request.
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setNoCFSRatio(1);
    return new IndexWriterConfig()
        .setMergePolicy(merges)
        .setOpenMode(OpenMode.CREATE)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setIndexSort(
            new Sort(
                new SortField(IndexFields.NAME, SortField.Type.STRING),
                new SortField(IndexFields.VERSION_ORDER, SortField.Type.STRING, true)))
        // In the caller's thread a full disk is an exception; in one of Lucene's it is a stack
        // trace on the console.
        .setMergeScheduler(new SerialMergeScheduler())
        .setCommitOnClose(false);
  }

  /** A writer that met a full disk closes itself, and then says only that to the other threads. */
  private static IOException failedEarlier(AlreadyClosedException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new IOException("cannot write the index: " + cause.getMessage(), cause);
  }
}
