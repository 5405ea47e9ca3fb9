package dev.packhouse.generator.api;

import dev.packhouse.generator.model.RecordShape;
import dev.packhouse.generator.model.RecordShapes;
import java.util.Optional;

/** What the body of an answer is. */
@SuppressWarnings("ImmutableEnumChecker") // shapes are, too
public enum AnswerBody {
  SERVICE(RecordShapes.SERVICE, /* list= */ false),
  SEARCH_RECORDS(RecordShapes.FOUND, /* list= */ true),
  FACETS(RecordShapes.FACETS, /* list= */ false),
  SUGGESTIONS(RecordShapes.SUGGESTION, /* list= */ true),
  CATEGORIES(RecordShapes.CATEGORY, /* list= */ true),
  PACKAGE_RECORD(RecordShapes.FULL, /* list= */ false),
  CHANGES(RecordShapes.CHANGE, /* list= */ true),

  /** The document that {@link OpenApi} writes. */
  OPENAPI,

  /** One line of text. */
  LINE,

  BYTES;

  private final Optional<RecordShape> shape;
  private final boolean list;

  AnswerBody(RecordShape shape, boolean list) {
    this.shape = Optional.of(shape);
    this.list = list;
  }

  AnswerBody() {
    shape = Optional.empty();
    list = false;
  }

  /** Of the object that it is, or of those in the list that it is; nothing for what is neither. */
  Optional<RecordShape> shape() {
    return shape;
  }

  boolean isList() {
    return list;
  }
}
