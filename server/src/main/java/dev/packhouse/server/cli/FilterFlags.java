package dev.packhouse.server.cli;

import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.api.ValueKind;
import dev.packhouse.generator.api.ValueKind.Choice;
import dev.packhouse.generator.api.ValueKind.Choices;
import dev.packhouse.generator.api.ValueKind.Cursor;
import dev.packhouse.generator.api.ValueKind.Discovery;
import dev.packhouse.generator.api.ValueKind.Flag;
import dev.packhouse.generator.api.ValueKind.SpecVersion;
import dev.packhouse.generator.api.ValueKind.Text;
import dev.packhouse.generator.api.ValueKind.Texts;
import dev.packhouse.generator.api.ValueKind.Version;
import dev.packhouse.generator.api.ValueKind.WholeNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Query parameters as flags: {@code kibana.version} is {@code --kibana-version}. */
final class FilterFlags {
  /** What is searched for needs no flag; this parameter is the text behind the command. */
  private static final String TEXT = QueryParameters.Q.name();

  private static final String TEXT_LABEL = "TEXT";

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final Map<String, ArgSpec> arguments = new LinkedHashMap<>();

  /** Adds a flag for each parameter to a command. */
  static FilterFlags addTo(CommandSpec command, List<QueryParameter> parameters) {
    FilterFlags flags = new FilterFlags();
    for (QueryParameter parameter : parameters) {
      if (parameter.name().equals(TEXT)) {
        PositionalParamSpec text = text(parameter);
        command.addPositional(text);
        flags.arguments.put(parameter.name(), text);
      } else {
        OptionSpec flag = flag(parameter);
        command.addOption(flag);
        flags.arguments.put(parameter.name(), flag);
      }
    }
    return flags;
  }

  /** The values that were given, by the names of parameters. */
  Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    arguments.forEach(
        (name, argument) -> {
          Object value = argument.getValue();
          if (value instanceof List<?> several && !several.isEmpty()) {
            List<String> texts = several.stream().map(String::valueOf).toList();
            values.put(name, name.equals(TEXT) ? List.of(String.join(" ", texts)) : texts);
          } else if (value instanceof String || value instanceof Boolean) {
            values.put(name, List.of(value.toString()));
          }
        });
    return values;
  }

  static String flagOf(String parameter) {
    return "--" + parameter.replace('.', '-').replace('_', '-');
  }

  /** What is wrong with a value, in words of the command line. */
  static String problem(QueryParameter parameter, String value) {
    String expected =
        parameter.kind() instanceof WholeNumber number
            ? "a " + number.label()
            : label(parameter.kind());
    return "%s %s: expected %s, for example %s"
        .formatted(flagOf(parameter.name()), value, expected, parameter.example());
  }

  private static OptionSpec flag(QueryParameter parameter) {
    OptionSpec.Builder flag =
        OptionSpec.builder(flagOf(parameter.name())).description(description(parameter));
    if (parameter.kind() instanceof Flag) {
      return flag.type(Boolean.class).arity("0").build();
    }
    flag.paramLabel(label(parameter.kind())).arity("1");
    if (parameter.kind() instanceof Choice(List<String> values)) {
      flag.completionCandidates(values);
    }
    return parameter.kind().isRepeatable()
        ? flag.type(List.class).auxiliaryTypes(String.class).build()
        : flag.type(String.class).build();
  }

  private static PositionalParamSpec text(QueryParameter parameter) {
    return PositionalParamSpec.builder()
        .paramLabel(TEXT_LABEL)
        .index("0..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description(parameter))
        .build();
  }

  private static String label(ValueKind kind) {
    return switch (kind) {
      case Text(), Flag(), Cursor() -> "TEXT";
      case WholeNumber(long _, long _) -> "N";
      case Version() -> "VERSION";
      case SpecVersion() -> "MAJOR.MINOR";
      case Choice(List<String> values) -> String.join("|", values);
      case Texts(), Choices(List<String> _) -> "A,B";
      case Discovery() -> "FILTER";
    };
  }

  /** Without the code spans of Markdown, and with flags for the parameters in them. */
  private static String description(QueryParameter parameter) {
    String range =
        parameter.kind() instanceof WholeNumber number ? " A " + number.label() + "." : "";
    String description =
        CODE.matcher(parameter.description()).replaceAll(code -> here(code.group(1)));
    return Flags.escaped(description + range);
  }

  private static String here(String code) {
    boolean isParameter =
        QueryParameters.ALL.stream().anyMatch(parameter -> parameter.name().equals(code));
    return isParameter ? (code.equals(TEXT) ? TEXT_LABEL : flagOf(code)) : code;
  }
}
