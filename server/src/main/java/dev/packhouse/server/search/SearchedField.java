package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;

/** A field of the text index, and what it counts for that a word stands in it. */
enum SearchedField {
  NAME(TextFields.NAME, 3f, true, true),
  TITLE(TextFields.TITLE, 3f, true, true),
  TEMPLATE(TextFields.TEMPLATE, 1.5f, true, true),
  DESCRIPTION(TextFields.DESCRIPTION, 1.5f, true, true),
  CATEGORY(TextFields.CATEGORY, 1.5f, true, true),
  STREAM(TextFields.STREAM, 1.5f, true, true),
  KIND(TextFields.KIND, 2f, true, true),
  FIELD(TextFields.FIELD, 0.7f, false, false),
  README(TextFields.README, 1f, false, true);

  private final String field;
  private final float weight;
  private final boolean brief;
  private final boolean placed;

  SearchedField(String field, float weight, boolean brief, boolean placed) {
    this.field = field;
    this.weight = weight;
    this.brief = brief;
    this.placed = placed;
  }

  String field() {
    return field;
  }

  float weight() {
    return weight;
  }

  /** Whether its words are few and chosen: typing errors are held against them. */
  boolean isBrief() {
    return brief;
  }

  /** Whether the index knows which word stands behind which. */
  boolean hasPlaces() {
    return placed;
  }
}
