package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Utf8Length;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.Optional;
import java.util.stream.Stream;

/** What clients filter by is no longer than the index can hold. */
final class TextLengthRule implements Rule {
  /** What Lucene takes as one term. */
  private static final int MOST_BYTES = 32_766;

  @Override
  public void check(Subject subject, Findings findings) {
    Stream.of("type", "conditions", "discovery")
        .map(subject.manifest()::find)
        .flatMap(Optional::stream)
        .flatMap(TextLengthRule::leaves)
        .filter(leaf -> leaf.asText().filter(it -> Utf8Length.exceeds(it, MOST_BYTES)).isPresent())
        .forEach(
            leaf ->
                findings.error(
                    "value.length",
                    RawPackage.MANIFEST,
                    leaf.place(),
                    "The value is longer than " + MOST_BYTES + " bytes.",
                    "Write a shorter one: clients look packages up by it."));
  }

  private static Stream<Value> leaves(Value value) {
    return switch (value) {
      case Value.Sequence(var _, var items) -> items.stream().flatMap(TextLengthRule::leaves);
      case Value.Mapping(var _, var entries) ->
          entries.values().stream().map(Value.Entry::value).flatMap(TextLengthRule::leaves);
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          Stream.of(value);
    };
  }
}
