package dev.packhouse.server.config;

import dev.packhouse.generator.model.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings from {@code PACKHOUSE_*} variables. One without text counts as not set. */
final class EnvironmentSettings {
  private static final String PREFIX = "PACKHOUSE_";

  /** Between the folders of one variable, as in {@code PATH}. */
  private static final String SEPARATOR = ":";

  /** Read by the launcher and by the main class. */
  private static final Set<String> READ_ELSEWHERE =
      Set.of("PACKHOUSE_JAVA_OPTS", "PACKHOUSE_DEBUG");

  private EnvironmentSettings() {}

  static List<Setting> read(Map<String, String> environment, Report report) {
    Map<String, Option<?>> known = new TreeMap<>();
    ServeOptions.ALL.forEach(o -> o.variable().ifPresent(variable -> known.put(variable, o)));
    List<Setting> settings = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              Option<?> option = known.get(variable);
              if (option == null) {
                warnOfUnknown(variable, known.keySet(), report);
              } else if (!text.isEmpty()) {
                settings.add(setting(option, variable, text));
              }
            });
    return settings;
  }

  private static Setting setting(Option<?> option, String variable, String text) {
    List<String> texts =
        switch (option.type().arity()) {
          case MANY -> List.of(text.split(SEPARATOR, -1));
          case ONE, SWITCH -> List.of(text);
        };
    return new Setting(option, texts, Origin.variable(variable));
  }

  private static void warnOfUnknown(String variable, Set<String> known, Report report) {
    if (variable.startsWith(PREFIX)
        && !READ_ELSEWHERE.contains(variable)
        && !KubernetesVariables.include(variable)) {
      Set<String> everyKnown = new TreeSet<>(known);
      everyKnown.addAll(READ_ELSEWHERE);
      report.warning(
          variable
              + ": unknown variable, without effect; "
              + NearestName.hint(variable, PREFIX, everyKnown));
    }
  }
}
