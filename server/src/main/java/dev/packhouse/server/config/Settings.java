package dev.packhouse.server.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each option the setting that wins, parsed when it is asked for. */
final class Settings {
  /** By the names of their flags. */
  private final Map<String, Setting> winners = new HashMap<>();

  private final Report report;

  Settings(List<Setting> given, Report report) {
    this.report = report;
    for (Setting setting : given) {
      winners.merge(setting.option().flag(), setting, Settings::winner);
    }
  }

  /** Where the text is wrong, this is reported, and the default stands in for the value. */
  <T> T value(Option<T> option) {
    Optional<Setting> given = given(option);
    if (given.isEmpty()) {
      return option.defaultValue();
    }
    Setting setting = given.get();
    Optional<T> value = option.type().parse(setting.texts());
    if (value.isEmpty()) {
      report.problem(
          setting.origin(),
          "%s: \"%s\" is not %s, for example %s"
              .formatted(
                  setting.subject(),
                  String.join("\", \"", setting.texts()),
                  option.type().expected(),
                  option.type().example()));
    }
    return value.orElse(option.defaultValue());
  }

  /** Nothing where the default holds. */
  Optional<Setting> given(Option<?> option) {
    return Optional.ofNullable(winners.get(option.flag()));
  }

  Origin origin(Option<?> option) {
    return given(option).map(Setting::origin).orElse(Origin.BY_DEFAULT);
  }

  private static Setting winner(Setting one, Setting other) {
    return one.origin().level().compareTo(other.origin().level()) <= 0 ? one : other;
  }
}
