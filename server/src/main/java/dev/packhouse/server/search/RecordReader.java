package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/**
 * Reads search records, or parts of them. The number of a document stands for its whole record, and
 * a negative one for the part that only answers for its policy templates.
 */
final class RecordReader {
  private final Optional<String> category;
  private final BinaryColumn records;
  private final PackageCategoriesReader categories;

  /**
   * @param category that policy templates must list to stay in a part
   */
  RecordReader(LeafReader segment, Optional<String> category) {
    this.category = category;
    this.records = new BinaryColumn(segment, IndexFields.RECORD);
    this.categories = new PackageCategoriesReader(segment);
  }

  /** What stands for the part of this document's record. */
  static int partOf(int document) {
    return ~document;
  }

  /** The document for whose record, or part of it, the number stands. */
  static int documentOf(int number) {
    return number < 0 ? ~number : number;
  }

  /** What the number stands for, in pieces, which are good until the next is read. */
  List<BytesRef> read(int number) throws IOException {
    int document = documentOf(number);
    BytesRef stored = records.read(document);
    return number == document
        ? List.of(IndexFields.record(stored))
        : IndexFields.recordWith(stored, keptTemplates(document));
  }

  /** How many policy templates the document has. */
  int templates(int document) throws IOException {
    return categories.read(document).templates().size();
  }

  /**
   * Which policy templates stay in the part. A child of the category lets the package pass but does
   * not keep the template, as in EPR.
   */
  IntPredicate keptTemplates(int document) throws IOException {
    List<List<String>> templates = categories.read(document).templates();
    return template -> category.filter(templates.get(template)::contains).isPresent();
  }
}
