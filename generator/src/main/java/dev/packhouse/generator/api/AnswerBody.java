package dev.packhouse.generator.api;

/** What the body of an answer is. */
public enum AnswerBody {
  SERVICE,

  /** A list. */
  SEARCH_RECORDS,

  FACETS,

  /** A list. */
  SUGGESTIONS,

  /** A list. */
  CATEGORIES,

  PACKAGE_RECORD,

  /** A list. */
  CHANGES,

  /** The document that {@link OpenApi} writes. */
  OPENAPI,

  /** One line of text. */
  LINE,

  BYTES
}
