package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A step of an ingest pipeline.
 *
 * @param type such as {@code set}; empty for an entry that holds nothing
 * @param settings of the step
 */
record Processor(String type, Element settings) {
  static final String ON_FAILURE = "on_failure";

  /** Words that only YAML 1.1 reads as flags. */
  private static final Set<String> FLAGS = Set.of("true", "false");

  /** Those in a list under a key of a pipeline or processor. */
  static List<Processor> in(Element object, String key) {
    return object.items(key).stream().flatMap(Processor::of).toList();
  }

  private static Stream<Processor> of(Element item) {
    return switch (item.value()) {
      case Value.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .limit(1)
              .map(
                  entry ->
                      new Processor(
                          entry.getKey(),
                          new Element(
                              item.file(),
                              item.name() + "." + entry.getKey(),
                              entry.getValue().value())));
      case Value.Null _ -> Stream.of(new Processor("", item));
      case Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Sequence _ ->
          Stream.empty();
    };
  }

  /** The text under a key of the settings. */
  Optional<String> text(String key) {
    return settings
        .find(key)
        .flatMap(
            it ->
                switch (it.value()) {
                  case Value.Text text -> Optional.of(text.value());
                  case Value.Flag flag
                      when !FLAGS.contains(flag.written().toLowerCase(Locale.ROOT)) ->
                      Optional.of(flag.written());
                  case Value.Flag _,
                      Value.Null _,
                      Value.Whole _,
                      Value.Decimal _,
                      Value.Sequence _,
                      Value.Mapping _ ->
                      Optional.empty();
                });
  }

  /** Whether the settings have a key with this text. */
  boolean has(String key, String text) {
    return text(key).equals(Optional.of(text));
  }

  /** What is done when this one fails. */
  List<Processor> onFailure() {
    return in(settings, ON_FAILURE);
  }
}
