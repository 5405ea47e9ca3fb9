package dev.packhouse.generator.index;

import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Turns what a package says of itself into a document of the fields of {@link TextFields}. */
final class TextDocument {
  /** Names of fields are many, and how often a word occurs in them says nothing. */
  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setTokenized(true);
    TERMS.setOmitNorms(true);
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.freeze();
  }

  /** Characters of names of fields that can be shown; all are found. */
  private static final int LONGEST_SHOWN = 8_000;

  private final Document document = new Document();

  private TextDocument() {}

  /**
   * @param madeOf names all that the text is made of
   */
  static Document of(PackageText text, BytesRef madeOf) {
    TextDocument result = new TextDocument();
    result.document.add(new BinaryDocValuesField(TextFields.MADE_OF, madeOf));
    result.document.add(new StringField(TextFields.ID, text.name(), Field.Store.NO));
    result.document.add(new SortedDocValuesField(TextFields.ID, new BytesRef(text.name())));
    result.document.add(new TextField(TextFields.NAME, text.name(), Field.Store.NO));
    result.add(TextFields.TITLE, text.title());
    result.add(TextFields.DESCRIPTION, text.description());
    result.add(TextFields.CATEGORY, lines(text.categories()));
    result.add(TextFields.TEMPLATE, lines(text.templates()));
    result.add(TextFields.STREAM, lines(text.streams()));
    result.add(TextFields.README, text.readme());
    result.addUnseen(TextFields.KIND, lines(KnownKinds.of(text.name(), text.title())));
    result.addFields(text.fields());
    result.document.add(new Field(TextFields.WORD, everything(text), TERMS));
    return result.document;
  }

  private void add(String field, String text) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, Field.Store.YES));
    }
  }

  /** Nothing that the package says itself, so it is not shown. */
  private void addUnseen(String field, String text) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, Field.Store.NO));
    }
  }

  private void addFields(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    String all = lines(names);
    document.add(new Field(TextFields.FIELD, all, TERMS));
    int end = Math.min(all.length(), LONGEST_SHOWN);
    int lastLine = end == all.length() ? end : all.lastIndexOf('\n', end);
    document.add(new StoredField(TextFields.FIELD, all.substring(0, Math.max(lastLine, 0))));
  }

  private static String everything(PackageText text) {
    return lines(
        List.of(
            text.name(),
            text.title(),
            text.description(),
            lines(text.categories()),
            lines(text.templates()),
            lines(text.streams()),
            lines(KnownKinds.of(text.name(), text.title())),
            lines(text.fields()),
            text.readme()));
  }

  private static String lines(List<String> texts) {
    return String.join("\n", texts);
  }
}
