package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** Finds one version by its name and version. */
final class VersionLookup {
  private VersionLookup() {}

  static Optional<StoredVersion> find(LeafReader segment, String name, String version)
      throws IOException {
    Term id = new Term(IndexFields.ID, IndexFields.id(name, version));
    PostingsEnum documents = segment.postings(id, PostingsEnum.NONE);
    if (documents == null || documents.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
      return Optional.empty();
    }
    String content = text(segment, IndexFields.CONTENT_BASE, documents.docID());
    String record = text(segment, IndexFields.RECORD_BASE, documents.docID());
    return Optional.of(
        new StoredVersion(
            RegistryLayout.files(content, name, version),
            RegistryLayout.archiveStem(content, name, version),
            RegistryLayout.record(record, name, version)));
  }

  private static String text(LeafReader segment, String field, int document) throws IOException {
    SortedDocValues values = segment.getSortedDocValues(field);
    values.advanceExact(document);
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }
}
