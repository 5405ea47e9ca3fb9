package dev.packhouse.server.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each option the setting that wins, parsed when it is asked for. */
final class Settings {
  private final Map<Option<?>, Setting> winners = new HashMap<>();
  private final Report report;

  Settings(List<Setting> given, Report report) {
    this.report = report;
    for (Setting setting : given) {
      winners.merge(setting.option(), setting, Settings::winner);
    }
  }

  static Setting winner(Setting one, Setting other) {
    return one.origin().level().compareTo(other.origin().level()) <= 0 ? one : other;
  }

  /** Where the text is wrong, this is reported, and the default stands in for the value. */
  <T> T value(Option<T> option) {
    Setting setting = winners.get(option);
    if (setting == null) {
      return option.defaultValue();
    }
    Optional<T> value = option.type().parse(setting.texts());
    if (value.isEmpty()) {
      report.problem(
          "%s: \"%s\" is not %s, for example %s"
              .formatted(
                  setting.subject(),
                  String.join("\", \"", setting.texts()),
                  option.type().expected(),
                  option.type().example()));
    }
    return value.orElse(option.defaultValue());
  }

  Origin origin(Option<?> option) {
    Setting setting = winners.get(option);
    return setting == null ? Origin.BY_DEFAULT : setting.origin();
  }
}
