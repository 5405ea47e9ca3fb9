package dev.packhouse.server.cli;

import dev.packhouse.server.config.Option;
import dev.packhouse.server.config.ValueType.Arity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of the tables as flags of picocli, which only gathers their texts. */
final class Flags {
  private Flags() {}

  static OptionSpec spec(Option<?> option) {
    OptionSpec.Builder spec =
        OptionSpec.builder(option.flag())
            .paramLabel(option.type().label())
            .description(description(option));
    if (!option.type().words().isEmpty()) {
      spec.completionCandidates(option.type().words());
    }
    Class<?> completed = option.type().isPath() ? Path.class : String.class;
    return withArity(spec, option.type().arity(), completed);
  }

  /** A flag of EPR that is none of ours: it is understood, and no help names it. */
  static OptionSpec foreign(String flag, Arity arity) {
    return withArity(OptionSpec.builder(flag).hidden(true), arity, String.class);
  }

  /**
   * @param completed what shells take the texts for; for this class they are texts
   */
  private static OptionSpec withArity(OptionSpec.Builder spec, Arity arity, Class<?> completed) {
    ITypeConverter<String> asWritten = text -> text;
    spec.converters(asWritten);
    return switch (arity) {
      case ONE -> spec.type(completed).arity("1").build();
      case SWITCH -> spec.type(String.class).arity("0..1").fallbackValue("true").build();
      case MANY -> spec.type(List.class).auxiliaryTypes(completed).arity("1").build();
    };
  }

  /** What was given for each flag that was matched, by its long name. */
  static Map<String, List<String>> texts(ParseResult parsed) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptionsSet()) {
      Object value = option.getValue();
      if (value instanceof String text) {
        texts.put(option.longestName(), List.of(text));
      } else if (value instanceof List<?> several) {
        texts.put(option.longestName(), several.stream().map(String::valueOf).toList());
      }
    }
    return texts;
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
  static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
