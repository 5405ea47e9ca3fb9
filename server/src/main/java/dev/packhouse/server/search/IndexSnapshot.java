package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;

/**
 * The one segment of an index, open for reading. Every byte of it was whole when it was opened;
 * that it still is, is asked after each use.
 */
final class IndexSnapshot implements Closeable {
  private final Path folder;
  private final IndexFiles files;

  /** Those of them that somebody could have written into. */
  private volatile IndexFiles writable;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private IndexSnapshot(
      Path folder, IndexFiles files, Directory directory, DirectoryReader reader) {
    this.folder = folder;
    this.files = files;
    this.writable = files;
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    // Answers are kept whole further up; Lucene's own cache would only hold memory.
    searcher.setQueryCache(null);
    segment().ifPresent(segment -> searcher.setSimilarity(new Rarity(segment)));
  }

  /**
   * Opens an index, after every byte of it was checked.
   *
   * @param format that it must have
   */
  static IndexSnapshot open(Path folder, String format) throws IOException {
    if (!Files.isDirectory(folder)) { // Lucene would make the folder
      throw new IOException("no index in " + folder);
    }
    IndexFiles files = IndexFiles.of(folder);
    Directory directory = new MMapDirectory(folder);
    try {
      checkBytes(directory, files, folder);
      return new IndexSnapshot(folder, files, directory, openReader(directory, folder, format));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    } catch (InternalError e) { // the JVM's word for a mapped file that became shorter
      directory.close();
      throw refused("the index in " + folder + " was cut short while it was opened", e);
    }
  }

  /** Whether the folder holds the very files that are open here. */
  boolean isOpenOn(Path folder) throws IOException {
    return Files.isDirectory(folder) && IndexFiles.of(folder).equals(files);
  }

  /**
   * To be asked after reading: then what was read is what was checked. A file that is no longer
   * found under its name is checked once more, because nobody can write into it from then on.
   *
   * @throws IOException somebody has written into a file since it was opened
   */
  void checkUnchanged() throws IOException {
    IndexFiles before = writable;
    IndexFiles now = before.named();
    if (!now.equals(before)) {
      checkIntegrity();
      writable = now;
    }
  }

  private void checkIntegrity() throws IOException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (IOException | RuntimeException | InternalError e) {
      throw refused(
          "the index in " + folder + " was damaged before it was removed: generate it again", e);
    }
  }

  /** The segment; none where the registry is empty. */
  Optional<LeafReader> segment() {
    return leaf().map(LeafReaderContext::reader);
  }

  /** The documents of the segment that match, in the order of the index. */
  DocIdSetIterator matches(Query query) throws IOException {
    return scorer(query, ScoreMode.COMPLETE_NO_SCORES)
        .map(Scorer::iterator)
        .orElseGet(DocIdSetIterator::empty);
  }

  /** The same, with how well each of them matches; nothing where none does. */
  Optional<Scorer> scored(Query query) throws IOException {
    return scorer(query, ScoreMode.COMPLETE);
  }

  private Optional<Scorer> scorer(Query query, ScoreMode mode) throws IOException {
    Optional<LeafReaderContext> leaf = leaf();
    if (leaf.isEmpty()) {
      return Optional.empty();
    }
    Query rewritten = searcher.rewrite(query);
    return Optional.ofNullable(searcher.createWeight(rewritten, mode, 1).scorer(leaf.get()));
  }

  /** For queries of more than one step; within {@link #reading}. */
  IndexSearcher searcher() {
    return searcher;
  }

  /**
   * Keeps the files open while something is read, whoever closes in between. Nothing is given away
   * that was read from files after somebody had written into them.
   *
   * @param whenEmpty what an index without packages gives
   */
  <T> T reading(Reading<T> action, T whenEmpty) throws IOException {
    retain();
    try {
      Optional<LeafReader> segment = segment();
      T read = segment.isEmpty() ? whenEmpty : action.read(segment.get());
      checkUnchanged();
      return read;
    } catch (IOException | RuntimeException | Error e) {
      checkUnchanged(); // bytes of another index can make any failure
      throw e;
    } finally {
      release();
    }
  }

  /** Keeps the files open until {@link #release}, whoever closes in between. */
  void retain() {
    reader.incRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }

  private Optional<LeafReaderContext> leaf() {
    return reader.leaves().stream().findFirst();
  }

  /** Lucene itself checks the bytes of small files alone, and may fail in any way on others. */
  private static void checkBytes(Directory directory, IndexFiles files, Path folder)
      throws IOException {
    for (IndexFiles.Stamp stamp : files.stamps()) {
      String name = stamp.file().getFileName().toString();
      try (IndexInput bytes = directory.openInput(name, IOContext.READONCE)) {
        if (Checksum.of(stamp.file()) != CodecUtil.retrieveChecksum(bytes)) {
          throw new CorruptIndexException("another checksum than at its end", bytes);
        }
      } catch (AccessDeniedException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw damaged(folder, e);
      }
    }
  }

  private static DirectoryReader openReader(Directory directory, Path folder, String wanted)
      throws IOException {
    DirectoryReader reader;
    try {
      reader = DirectoryReader.open(directory);
    } catch (IndexNotFoundException e) {
      throw refused("no index in " + folder, e);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(folder, e);
    }
    try {
      check(reader, folder, wanted);
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static IOException damaged(Path folder, Exception lucene) {
    return refused(
        "the index in " + folder + " is damaged or of another version: generate it again", lucene);
  }

  /**
   * Lucene's own words are for those who look at stack traces: users know nothing of its classes.
   */
  private static IOException refused(String message, Throwable lucene) {
    IOException refused = new IOException(message);
    refused.addSuppressed(lucene);
    return refused;
  }

  private static void check(DirectoryReader reader, Path folder, String wanted) throws IOException {
    Optional<String> format = IndexFields.formatOf(reader.getIndexCommit().getUserData());
    if (!format.equals(Optional.of(wanted))) {
      throw new IOException(
          "the index in %s has format %s, this server reads format %s: generate it again"
              .formatted(folder, format.orElse("unknown"), wanted));
    }
    List<LeafReaderContext> leaves = reader.leaves();
    if (leaves.size() > 1 || reader.hasDeletions()) {
      throw new IOException("the index in " + folder + " is not merged: generate it again");
    }
  }
}
