package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** Finds where versions lie. */
final class VersionLookup {
  private VersionLookup() {}

  static Optional<StoredVersion> find(LeafReader segment, String name, String version)
      throws IOException {
    Term id = new Term(IndexFields.ID, IndexFields.id(name, version));
    PostingsEnum documents = segment.postings(id, PostingsEnum.NONE);
    if (documents == null || documents.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
      return Optional.empty();
    }
    return Optional.of(stored(segment, documents.docID(), name, version));
  }

  /** All of them, in the order of the index. */
  static void forEach(LeafReader segment, StoredVersion.Sink sink) throws IOException {
    BinaryDocValues versions = segment.getBinaryDocValues(IndexFields.VERSION);
    for (int document = 0; document < segment.maxDoc(); document++) {
      versions.advanceExact(document);
      String name = text(segment, IndexFields.NAME, document);
      String version = versions.binaryValue().utf8ToString();
      sink.accept(stored(segment, document, name, version));
    }
  }

  private static StoredVersion stored(LeafReader segment, int document, String name, String version)
      throws IOException {
    String content = text(segment, IndexFields.CONTENT_BASE, document);
    String record = text(segment, IndexFields.RECORD_BASE, document);
    return new StoredVersion(
        RegistryLayout.files(content, name, version),
        RegistryLayout.archiveStem(content, name, version),
        RegistryLayout.record(record, name, version));
  }

  private static String text(LeafReader segment, String field, int document) throws IOException {
    SortedDocValues values = segment.getSortedDocValues(field);
    values.advanceExact(document);
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }
}
