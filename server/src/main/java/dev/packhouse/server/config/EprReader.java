package dev.packhouse.server.config;

import dev.packhouse.generator.model.GoBoolean;
import dev.packhouse.generator.model.NearestName;
import dev.packhouse.server.config.EprSetting.Fate;
import dev.packhouse.server.config.ValueType.Arity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what was set for EPR. A variable without text counts as not set. */
final class EprReader {
  private final Map<String, List<String>> flags;
  private final Map<String, String> environment;
  private final Report report;
  private final List<Setting> settings = new ArrayList<>();

  private EprReader(
      Map<String, List<String>> flags, Map<String, String> environment, Report report) {
    this.flags = flags;
    this.environment = environment;
    this.report = report;
  }

  /**
   * Gives what is honoured of the variables; flags that EPR shares with us are options already.
   *
   * @param flags all that were given, by name
   */
  static List<Setting> read(
      Map<String, List<String>> flags, Map<String, String> environment, Report report) {
    EprReader reader = new EprReader(flags, environment, report);
    EprSettings.ALL.forEach(reader::read);
    reader.warnOfUnknown();
    return reader.settings;
  }

  private void read(EprSetting setting) {
    switch (setting.fate()) {
      case Fate.Honoured(Option<?> option, var _) ->
          variable(setting)
              .map(text -> new Setting(option, List.of(text), origin(setting)))
              .ifPresent(settings::add);
      case Fate.Unused(String reason) ->
          given(setting)
              .filter(given -> !isOff(setting, given))
              .ifPresent(given -> report.note(given.place() + " has no effect: " + reason));
      case Fate.Refused(String reason) ->
          given(setting)
              .filter(given -> !isOff(setting, given))
              .ifPresent(given -> report.problem(given.place() + ": " + reason));
      case Fate.Elsewhere _ -> {}
    }
  }

  private record Given(String place, String text) {}

  /** As with EPR, a flag wins over the variable. */
  private Optional<Given> given(EprSetting setting) {
    Optional<Given> flag =
        setting
            .flag()
            .flatMap(name -> Optional.ofNullable(flags.get(name)).map(List::getLast))
            .map(text -> new Given(setting.flag().orElseThrow(), text));
    return flag.or(() -> variable(setting).map(text -> new Given(setting.variable(), text)));
  }

  /** EPR does not start on a switch that is neither on nor off. */
  private boolean isOff(EprSetting setting, Given given) {
    if (setting.arity() != Arity.SWITCH) {
      return given.text().isEmpty();
    }
    Optional<Boolean> on = GoBoolean.parse(given.text());
    if (on.isEmpty()) {
      report.problem(
          "%s: \"%s\" is not a boolean, for example false".formatted(given.place(), given.text()));
    }
    return !on.orElse(false);
  }

  private Optional<String> variable(EprSetting setting) {
    return Optional.ofNullable(environment.get(setting.variable())).filter(it -> !it.isEmpty());
  }

  private static Origin origin(EprSetting setting) {
    return Origin.eprVariable(setting.variable());
  }

  private void warnOfUnknown() {
    Set<String> known =
        EprSettings.ALL.stream().map(EprSetting::variable).collect(Collectors.toSet());
    for (String name : new TreeMap<>(environment).keySet()) {
      if (name.startsWith(EprSettings.PREFIX)
          && !known.contains(name)
          && !KubernetesVariables.include(name)) {
        report.warning(
            name
                + ": EPR has no such variable, so it has no effect"
                + NearestName.guess(name, EprSettings.PREFIX, known).map("; "::concat).orElse(""));
      }
    }
  }
}
