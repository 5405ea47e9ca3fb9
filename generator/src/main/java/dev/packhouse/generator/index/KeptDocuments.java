package dev.packhouse.generator.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
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
   * @param ids values of {@link IndexFields#ID}; what is not in the index is left out
   */
  static KeptDocuments of(CodecReader index, Set<BytesRef> ids) throws IOException {
    FixedBitSet kept = new FixedBitSet(index.maxDoc());
    TermsEnum terms = Terms.getTerms(index, IndexFields.ID).iterator();
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
