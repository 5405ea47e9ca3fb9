package dev.packhouse.server.cli;

import dev.packhouse.server.config.Option;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of the table as flags of picocli, which only gathers their texts. */
final class Flags {
  private Flags() {}

  static OptionSpec spec(Option<?> option) {
    OptionSpec.Builder spec =
        OptionSpec.builder(option.flag())
            .paramLabel(option.type().label())
            .description(description(option));
    return switch (option.type().arity()) {
      case ONE -> spec.type(String.class).arity("1").build();
      case SWITCH -> spec.type(String.class).arity("0..1").fallbackValue("true").build();
      case MANY -> spec.type(List.class).auxiliaryTypes(String.class).arity("1").build();
    };
  }

  /** What was given for a flag that was matched. */
  static List<String> texts(ParseResult parsed, Option<?> option) {
    return switch (option.type().arity()) {
      case ONE, SWITCH -> List.of(parsed.<String>matchedOptionValue(option.flag(), ""));
      case MANY -> parsed.matchedOptionValue(option.flag(), List.of());
    };
  }

  private static String[] description(Option<?> option) {
    List<String> lines = new ArrayList<>(List.of(escaped(option.description())));
    if (!option.defaultText().isEmpty()) {
      lines.add("default: " + escaped(option.defaultText()));
    }
    option.variable().ifPresent(variable -> lines.add("variable: " + variable));
    option.key().ifPresent(key -> lines.add("in the file: " + key));
    return lines.toArray(String[]::new);
  }

  /** picocli formats descriptions. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
