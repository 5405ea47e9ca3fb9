package dev.packhouse.generator.api;

import static java.util.stream.Collectors.joining;

import dev.packhouse.generator.model.RecordKey;
import dev.packhouse.generator.model.RecordKey.Kind;
import dev.packhouse.generator.model.RecordShape;
import java.util.List;
import java.util.Optional;

/**
 * The objects of an answer in JSON, as a page of documentation shows them.
 *
 * @param list whether the answer is a list of such objects, and not one
 * @param keys in the order in which they are written
 */
public record BodyReference(boolean list, List<Key> keys) {
  /**
   * A key of such an object.
   *
   * @param kind what its value is; a sentence in Markdown with nothing but code spans in it
   * @param always whether it is there whatever the answer
   */
  public record Key(String name, String kind, boolean always) {}

  public BodyReference {
    keys = List.copyOf(keys);
  }

  static Optional<BodyReference> of(AnswerBody body) {
    return body.shape()
        .map(
            shape ->
                new BodyReference(
                    body.isList(), shape.keys().stream().map(BodyReference::key).toList()));
  }

  private static Key key(RecordKey key) {
    return new Key(key.name(), kind(key.kind()), key.presence() == RecordKey.Presence.ALWAYS);
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case Kind.Text _ -> "text";
      case Kind.Flag _ -> "true or false";
      case Kind.Count _ -> "whole number";
      case Kind.Anything _ -> "any value";
      case Kind.AnyObject _ -> "object with any keys";
      case Kind.Texts _ -> "list of texts";
      case Kind.One(RecordShape shape) -> "object with " + names(shape);
      case Kind.Many(RecordShape shape) -> "list of objects with " + names(shape);
    };
  }

  private static String names(RecordShape shape) {
    return shape.keys().stream().map(key -> "`" + key.name() + "`").collect(joining(", "));
  }
}
