package dev.packhouse.generator.index;

import java.util.List;
import java.util.Map;

/**
 * The fields of the text index, which writer and reader share. It has one document for each name,
 * in the order of names, so that a name has the same number there as among the names of the other
 * index. See {@code docs/index-format.md}.
 */
public final class TextFields {
  /** Raised with every change that an older reader would misread. */
  public static final int FORMAT = 1;

  /**
   * Raised with every addition, without which a newer reader finds less, or a run keeps nothing.
   */
  public static final int REVISION = 3;

  /** Term and sorted doc values: the name as it is; the order of the index. */
  public static final String ID = "id";

  /** Text: the name. */
  public static final String NAME = "name";

  /** Text, stored: the title. */
  public static final String TITLE = "title";

  /** Text, stored: the description. */
  public static final String DESCRIPTION = "description";

  /** Text, stored: ids and titles of the categories, each on a line. */
  public static final String CATEGORY = "category";

  /** Text, stored: what policy templates and their inputs are called and say, each on a line. */
  public static final String TEMPLATE = "policy_template";

  /** Text, stored: datasets and titles of the data streams, each on a line. */
  public static final String STREAM = "data_stream";

  /** Text: what kind of thing the package is known to be about, each on a line. */
  public static final String KIND = "kind";

  /** Terms without frequencies and places, stored: names of fields, each on a line. */
  public static final String FIELD = "field";

  /** Text, stored: the prose of the README. */
  public static final String README = "readme";

  /** Terms: all of the others, and so how many packages say a word at all. */
  public static final String WORD = "word";

  /** Binary doc values: the digest of all that the document is made of. */
  static final String MADE_OF = "made_of";

  /** What can be searched, from what says most of a package to what says least. */
  public static final List<String> SEARCHED =
      List.of(NAME, TITLE, TEMPLATE, DESCRIPTION, CATEGORY, STREAM, KIND, FIELD, README);

  private TextFields() {}

  /** What marks a commit as one of this format, apart from the index of versions. */
  public static String format() {
    return "text-" + FORMAT;
  }

  static Map<String, String> commitData() {
    return IndexFields.commitData(format(), REVISION);
  }
}
