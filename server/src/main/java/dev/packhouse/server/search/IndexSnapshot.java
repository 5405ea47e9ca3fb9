package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.apache.lucene.store.MMapDirectory;

/** The one segment of an index, open for reading. */
final class IndexSnapshot implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private IndexSnapshot(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    // Answers are kept whole further up; Lucene's own cache would only hold memory.
    searcher.setQueryCache(null);
  }

  static IndexSnapshot open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) { // Lucene would make the folder
      throw new IOException("no index in " + folder);
    }
    Directory directory = new MMapDirectory(folder);
    try {
      return new IndexSnapshot(directory, openReader(directory, folder));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The segment; none where the registry is empty. */
  Optional<LeafReader> segment() {
    return leaf().map(LeafReaderContext::reader);
  }

  /** The documents of the segment that match, in the order of the index. */
  DocIdSetIterator matches(Query query) throws IOException {
    Optional<LeafReaderContext> leaf = leaf();
    if (leaf.isEmpty()) {
      return DocIdSetIterator.empty();
    }
    Query rewritten = searcher.rewrite(query);
    Scorer scorer =
        searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1).scorer(leaf.get());
    return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
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

  private static DirectoryReader openReader(Directory directory, Path folder) throws IOException {
    DirectoryReader reader;
    try {
      reader = DirectoryReader.open(directory);
    } catch (IndexNotFoundException e) {
      throw refused("no index in " + folder, e);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw refused(
          "the index in " + folder + " is damaged or of another version: generate it again", e);
    }
    try {
      check(reader, folder);
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Lucene's own words are for those who look at stack traces: users know nothing of its classes.
   */
  private static IOException refused(String message, Exception lucene) {
    IOException refused = new IOException(message);
    refused.addSuppressed(lucene);
    return refused;
  }

  private static void check(DirectoryReader reader, Path folder) throws IOException {
    Optional<String> format = IndexFields.formatOf(reader.getIndexCommit().getUserData());
    String wanted = Integer.toString(IndexFields.FORMAT);
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
