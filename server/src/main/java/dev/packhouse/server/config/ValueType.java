package dev.packhouse.server.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How values of one kind are read and written. Values are lists of texts, because some options may
 * be given several times; the others take exactly one.
 *
 * @param arity how many texts make a value
 * @param label stands for the value in the help, such as {@code DIR}
 * @param expected completes "is not …"
 * @param example a text that would be right
 * @param words all that are right, where they can be told; otherwise none
 */
public record ValueType<T>(
    Arity arity,
    String label,
    String expected,
    String example,
    List<String> words,
    Function<List<String>, Optional<T>> parser,
    Function<T, List<String>> writer) {
  static final String PATH = "PATH";
  static final String FOLDER = "DIR";

  public ValueType {
    words = List.copyOf(words);
  }

  /** How often an option may be given. */
  public enum Arity {
    ONE,

    /** One, and a flag alone means {@code true}. */
    SWITCH,

    MANY
  }

  static <T> ValueType<T> one(
      String label,
      String expected,
      String example,
      Function<String, Optional<T>> parser,
      Function<T, String> writer) {
    return new ValueType<>(
        Arity.ONE,
        label,
        expected,
        example,
        List.of(),
        texts -> texts.size() == 1 ? parser.apply(texts.getFirst()) : Optional.empty(),
        value -> List.of(writer.apply(value)));
  }

  /** The same, where the right texts can be told. */
  ValueType<T> of(String... words) {
    return new ValueType<>(arity, label, expected, example, List.of(words), parser, writer);
  }

  /** Whether it is about files. */
  public boolean isPath() {
    return label.equals(PATH) || label.equals(FOLDER);
  }

  ValueType<T> asSwitch() {
    return new ValueType<>(Arity.SWITCH, label, expected, example, words, parser, writer);
  }

  /** The same, where there may also be no value at all. */
  ValueType<Optional<T>> optional() {
    return new ValueType<>(
        arity,
        label,
        expected,
        example,
        words,
        texts ->
            texts.isEmpty()
                ? Optional.of(Optional.empty())
                : parse(texts).flatMap(value -> Optional.of(Optional.of(value))),
        value -> value.map(writer).orElse(List.of()));
  }

  /** Any number of values, each of one text. */
  ValueType<List<T>> list() {
    return new ValueType<>(
        Arity.MANY,
        label,
        expected,
        example,
        words,
        texts -> {
          List<T> values =
              texts.stream().map(List::of).map(this::parse).flatMap(Optional::stream).toList();
          return values.size() == texts.size() ? Optional.of(values) : Optional.empty();
        },
        values -> values.stream().map(writer).flatMap(List::stream).toList());
  }

  Optional<T> parse(List<String> texts) {
    return parser.apply(texts);
  }

  List<String> texts(T value) {
    return writer.apply(value);
  }
}
