package dev.packhouse.server.config;

import dev.packhouse.server.config.ValueType.Arity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code --print-config} prints: a configuration file, each value with its origin. */
final class PrintedConfig {
  /** Texts that YAML takes for themselves, in a list too; others are quoted. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?i:null)$)[A-Za-z0-9/._][A-Za-z0-9/._:+-]*(?<!:)");

  /** What single quotes would not keep: line breaks are folded, the others are not let in. */
  private static final Pattern ESCAPED =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

  private static final String SHORTEST_GAP = "  # ";

  private PrintedConfig() {}

  static String text(Settings settings, SourceChoice choice) {
    List<Option<?>> options =
        ServeOptions.ALL.stream().filter(option -> option.key().isPresent()).toList();
    List<String> values = options.stream().map(option -> line(option, settings, choice)).toList();
    int width = values.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < options.size(); i++) {
      text.append(values.get(i))
          .repeat(' ', width - values.get(i).length())
          .append(SHORTEST_GAP)
          .append(ESCAPED.matcher(comment(options.get(i), settings, choice)).replaceAll("?"))
          .append('\n');
    }
    return text.toString();
  }

  private static String comment(Option<?> option, Settings settings, SourceChoice choice) {
    return option.equals(choice.unused()) ? choice.reason() : settings.origin(option).description();
  }

  private static <T> String line(Option<T> option, Settings settings, SourceChoice choice) {
    String key = option.key().orElseThrow() + ":";
    if (option.equals(choice.unused())) {
      return key;
    }
    List<String> texts = option.type().texts(settings.value(option));
    String value = texts.stream().map(PrintedConfig::quoted).collect(Collectors.joining(", "));
    boolean list = option.type().arity() == Arity.MANY;
    return (key + " " + (list ? "[" + value + "]" : value)).stripTrailing();
  }

  static String quoted(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (!ESCAPED.matcher(text).find()) {
      return "'" + text.replace("'", "''") + "'";
    }
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\""
        + ESCAPED
            .matcher(escaped)
            .replaceAll(it -> "\\\\u%04x".formatted((int) it.group().charAt(0)))
        + "\"";
  }
}
