package dev.packhouse.server.config;

import dev.packhouse.server.config.ServerConfig.Admin;
import dev.packhouse.server.config.ServerConfig.CacheTimes;
import dev.packhouse.server.config.ServerConfig.Limits;
import dev.packhouse.server.config.ServerConfig.Logging;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.config.ServerConfig.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the settings of a server together: a flag wins over a variable, ours over one of EPR, and
 * that over the file.
 */
public final class ConfigReader {
  private ConfigReader() {}

  /**
   * Reads what is given everywhere.
   *
   * @param flags the texts given for each flag, by its name; may name the file to read
   * @param environment all variables of the process
   */
  public static ConfigOutcome read(
      Map<String, List<String>> flags, Map<String, String> environment) {
    Report report = new Report();
    List<Setting> given = new ArrayList<>();
    for (Option<?> option : ServeOptions.ALL) {
      Optional.ofNullable(flags.get(option.flag()))
          .ifPresent(texts -> given.add(new Setting(option, texts, Origin.flag(option))));
    }
    given.addAll(EnvironmentSettings.read(environment, report));
    given.addAll(EprReader.read(flags, environment, report));

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
    ServerConfig config = config(settings, choice.source(), TlsChoice.of(settings, report));
    Cautions.add(settings, config, report);
    Optional<String> printed =
        settings.value(ServeOptions.PRINT_CONFIG)
            ? Optional.of(PrintedConfig.text(settings, choice))
            : Optional.empty();
    return report.problems().isEmpty()
        ? new ConfigOutcome.Usable(config, printed, report.warnings(), report.notes())
        : new ConfigOutcome.Refused(report.problems(), report.warnings(), report.notes());
  }

  private static ServerConfig config(Settings settings, Source source, Optional<Tls> tls) {
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
        tls,
        settings.value(ServeOptions.RESPONSE_HEADERS),
        new Limits(
            settings.value(ServeOptions.REQUEST_TIME),
            settings.value(ServeOptions.IDLE_TIME),
            settings.value(ServeOptions.WRITE_TIME),
            settings.value(ServeOptions.MAX_CONNECTIONS),
            settings.value(ServeOptions.MAX_REQUEST_HEAD),
            settings.value(ServeOptions.MAX_REQUEST_BODY),
            settings.value(ServeOptions.MAX_ANSWER_MEMORY)),
        settings.value(ServeOptions.QUERY_CACHE),
        new Logging(settings.value(ServeOptions.LOG_LEVEL), settings.value(ServeOptions.LOG_TYPE)),
        new Admin(
            settings.value(ServeOptions.HTTPPROF), settings.value(ServeOptions.METRICS_ADDRESS)),
        settings.value(ServeOptions.DRAIN_TIME),
        settings.value(ServeOptions.DRY_RUN));
  }
}
