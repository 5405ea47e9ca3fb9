package dev.packhouse.server.config;

import dev.packhouse.server.config.ValueType.Arity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code --print-config} prints: a configuration file, each value with its origin. */
final class PrintedConfig {
  /** Texts that YAML takes for themselves; others are quoted. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._][A-Za-z0-9/._:+-]*(?<!:)");

  private static final String SHORTEST_GAP = "  # ";

  private PrintedConfig() {}

  static String text(Settings settings) {
    List<Option<?>> options =
        ServeOptions.ALL.stream().filter(option -> option.key().isPresent()).toList();
    List<String> values = options.stream().map(option -> line(option, settings)).toList();
    int width = values.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < options.size(); i++) {
      text.append(values.get(i))
          .repeat(' ', width - values.get(i).length())
          .append(SHORTEST_GAP)
          .append(settings.origin(options.get(i)).description())
          .append('\n');
    }
    return text.toString();
  }

  private static <T> String line(Option<T> option, Settings settings) {
    List<String> texts = option.type().texts(settings.value(option));
    String value = texts.stream().map(PrintedConfig::quoted).collect(Collectors.joining(", "));
    boolean given = settings.origin(option).level() != Origin.Level.DEFAULT;
    boolean list = option.type().arity() == Arity.MANY && (given || !texts.isEmpty());
    return (option.key().orElseThrow() + ": " + (list ? "[" + value + "]" : value)).stripTrailing();
  }

  private static String quoted(String text) {
    return PLAIN.matcher(text).matches() && !text.equals("null")
        ? text
        : "'" + text.replace("'", "''") + "'";
  }
}
