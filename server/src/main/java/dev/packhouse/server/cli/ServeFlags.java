package dev.packhouse.server.cli;

import dev.packhouse.server.config.EprSetting;
import dev.packhouse.server.config.EprSettings;
import dev.packhouse.server.config.Option;
import dev.packhouse.server.config.ServeOptions;
import dev.packhouse.server.config.ValueType.Arity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the flags of {@code serve} where nothing but flags and their values is given, as nearly
 * always. To prepare picocli for sixty flags takes longer than to open the index, so it is only
 * asked about the rest: help, mistakes, and whatever else is not as plain as that.
 */
final class ServeFlags {
  /** Those of the two tables. Help and version are none: they are about the program. */
  static final Map<String, Arity> KNOWN = known();

  private final Map<String, List<String>> texts = new HashMap<>();

  private ServeFlags() {}

  /**
   * Gives the texts given for each flag, as {@link Flags#texts} does; nothing where picocli has to
   * look.
   *
   * @param arguments what {@link GoArguments} made of the command line
   */
  static Optional<Map<String, List<String>>> read(List<String> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().equals(GoArguments.SERVE)) {
      return Optional.empty();
    }
    ServeFlags flags = new ServeFlags();
    for (int i = 1; i < arguments.size(); ) {
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      int taken = flags.take(arguments.get(i), next);
      if (taken == 0) {
        return Optional.empty();
      }
      i += taken;
    }
    return Optional.of(flags.texts);
  }

  /** Takes a flag, and perhaps the argument after it, and says how many arguments that were. */
  private int take(String argument, String next) {
    int equals = argument.indexOf('=');
    String flag = equals < 0 ? argument : argument.substring(0, equals);
    Arity arity = KNOWN.get(flag);
    boolean nextIsText = !next.isEmpty() && !next.startsWith("-");
    if (arity == null || (arity != Arity.MANY && texts.containsKey(flag))) {
      return 0;
    }
    if (equals >= 0) {
      return add(flag, argument.substring(equals + 1), 1);
    }
    if (arity == Arity.SWITCH) {
      return nextIsText ? 0 : add(flag, "true", 1);
    }
    return nextIsText ? add(flag, next, 2) : 0;
  }

  private int add(String flag, String text, int arguments) {
    if (text.isEmpty()) {
      return 0;
    }
    texts.computeIfAbsent(flag, first -> new ArrayList<>()).add(text);
    return arguments;
  }

  private static Map<String, Arity> known() {
    Map<String, Arity> known = new HashMap<>();
    for (EprSetting setting : EprSettings.ALL) {
      setting.flag().ifPresent(flag -> known.put(flag, setting.arity()));
    }
    for (Option<?> option : ServeOptions.ALL) {
      known.put(option.flag(), option.type().arity());
    }
    GoArguments.OF_THE_PROGRAM.forEach(known::remove);
    return Map.copyOf(known);
  }
}
