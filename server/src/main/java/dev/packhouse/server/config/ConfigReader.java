package dev.packhouse.server.config;

import dev.packhouse.server.config.ServerConfig.CacheTimes;
import dev.packhouse.server.config.ServerConfig.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the settings of a server together: a flag wins over a variable, and that over the file. */
public final class ConfigReader {
  private ConfigReader() {}

  /**
   * Reads what is given everywhere.
   *
   * @param flags the texts given for each flag, by its option; may name the file to read
   * @param environment all variables of the process
   */
  public static ConfigOutcome read(
      Map<Option<?>, List<String>> flags, Map<String, String> environment) {
    Report report = new Report();
    List<Setting> given = new ArrayList<>();
    flags.forEach((option, texts) -> given.add(new Setting(option, texts, Origin.flag(option))));
    given.addAll(EnvironmentSettings.read(environment, report));

    Settings early = new Settings(given, report);
    early
        .value(ServeOptions.CONFIG)
        .ifPresent(
            file ->
                given.addAll(
                    FileSettings.read(file, early.origin(ServeOptions.CONFIG).place(), report)));
    return outcome(new Settings(given, report), report);
  }

  private static ConfigOutcome outcome(Settings settings, Report report) {
    SourceChoice choice = SourceChoice.of(settings, report);
    ServerConfig config = config(settings, choice.source());
    boolean printOnly = settings.value(ServeOptions.PRINT_CONFIG);
    return report.problems().isEmpty()
        ? new ConfigOutcome.Usable(
            config, PrintedConfig.text(settings, choice), printOnly, report.warnings())
        : new ConfigOutcome.Refused(report.problems(), report.warnings());
  }

  private static ServerConfig config(Settings settings, Source source) {
    return new ServerConfig(
        source,
        settings.value(ServeOptions.ADDRESS),
        settings.value(ServeOptions.PUBLIC_URL),
        new CacheTimes(
            settings.value(ServeOptions.CACHE_TIME_INDEX),
            settings.value(ServeOptions.CACHE_TIME_SEARCH),
            settings.value(ServeOptions.CACHE_TIME_CATEGORIES),
            settings.value(ServeOptions.CACHE_TIME_CATCH_ALL)),
        settings.value(ServeOptions.ALLOW_UNKNOWN_QUERY_PARAMETERS),
        Optional.empty(),
        new ServerConfig.Logging(ServerConfig.LogLevel.INFO, ServerConfig.LogType.TEXT),
        new ServerConfig.Admin(Optional.empty(), Optional.empty()),
        Duration.ZERO,
        false);
  }
}
