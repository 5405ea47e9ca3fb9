package dev.packhouse.generator.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** An index as if it held only some of its documents. */
final class KeptDocuments extends FilterCodecReader {
  private final FixedBitSet kept;

  private KeptDocuments(CodecReader index, FixedBitSet kept) {
    super(index);
    this.kept = kept;
  }

  /**
   * Adds documents of an earlier index to another.
   *
   * @param folder of the earlier index
   * @param field with a term for each document
   * @param ids terms of that field
   * @throws IOException also where the earlier index lacks one of them
   */
  static void add(Path folder, String field, Set<BytesRef> ids, IndexWriter to) throws IOException {
    int added = 0;
    try (Directory from = new MMapDirectory(folder);
        DirectoryReader reader = DirectoryReader.open(from)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        KeptDocuments documents = of((CodecReader) leaf.reader(), field, ids);
        to.addIndexes(documents);
        added += documents.numDocs();
      }
    }
    if (added != ids.size()) {
      throw new IOException("%s lacks documents that its generation names".formatted(folder));
    }
  }

  private static KeptDocuments of(CodecReader index, String field, Set<BytesRef> ids)
      throws IOException {
    FixedBitSet kept = new FixedBitSet(index.maxDoc());
    TermsEnum terms = Terms.getTerms(index, field).iterator();
    @Nullable PostingsEnum documents = null;
    for (BytesRef id = terms.next(); id != null; id = terms.next()) {
      if (ids.contains(id)) {
        documents = terms.postings(documents, PostingsEnum.NONE);
        for (int each = documents.nextDoc();
            each != DocIdSetIterator.NO_MORE_DOCS;
            each = documents.nextDoc()) {
          kept.set(each);
        }
      }
    }
    return new KeptDocuments(index, kept);
  }

  @Override
  public Bits getLiveDocs() {
    return kept;
  }

  @Override
  public int numDocs() {
    return kept.cardinality();
  }

  /** What is cached of the index is of all its documents. */
  @Override
  public @Nullable CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }
}
