package dev.packhouse.generator.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/** What the text index of the generation before has, and what of it is kept. */
final class EarlierTexts {
  private final Optional<Path> folder;

  /** By name, what each of its documents is made of. */
  private final Map<String, BytesRef> madeOf = new HashMap<>();

  private final Set<BytesRef> kept = ConcurrentHashMap.newKeySet();

  private EarlierTexts(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * @param folder of a text index that is whole
   */
  static EarlierTexts read(Optional<Path> folder) throws IOException {
    EarlierTexts texts = new EarlierTexts(folder);
    if (folder.isPresent()) {
      try (Directory directory = new MMapDirectory(folder.get());
          DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          texts.read(leaf.reader());
        }
      }
    }
    return texts;
  }

  private void read(LeafReader segment) throws IOException {
    SortedDocValues names = segment.getSortedDocValues(TextFields.ID);
    BinaryDocValues digests = segment.getBinaryDocValues(TextFields.MADE_OF);
    while (names.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
      digests.advanceExact(names.docID());
      madeOf.put(
          names.lookupOrd(names.ordValue()).utf8ToString(),
          BytesRef.deepCopyOf(digests.binaryValue()));
    }
  }

  /**
   * Keeps the document of a name. For any number of threads.
   *
   * @return false where there is none, or one that was made of something else
   */
  boolean keep(String name, BytesRef madeOf) {
    boolean same = madeOf.equals(this.madeOf.get(name));
    if (same) {
      kept.add(new BytesRef(name));
    }
    return same;
  }

  /** Adds what is kept to another index. */
  void addTo(IndexWriter writer) throws IOException {
    if (!kept.isEmpty()) {
      KeptDocuments.add(folder.orElseThrow(), TextFields.ID, kept, writer);
    }
  }
}
