package dev.packhouse.server.config;

import dev.packhouse.server.config.ServerConfig.Source;
import java.util.Optional;

/**
 * Decides between a generated registry and folders of packages, of which only one can be served.
 * Given side by side they are a mistake. Otherwise the place that wins decides, as for any option:
 * a flag {@code --public} beats {@code package_paths} in the file, and that is noted.
 *
 * @param unused the option that has no effect, not even by its default
 * @param reason why it has none
 */
record SourceChoice(Source source, Option<?> unused, String reason) {
  static SourceChoice of(Settings settings, Report report) {
    Optional<Setting> folder = settings.given(ServeOptions.PUBLIC);
    Optional<Setting> packages = settings.given(ServeOptions.PACKAGES);
    if (packages.isEmpty()) {
      return published(settings, Origin.BY_DEFAULT.description());
    }
    if (folder.isEmpty()) {
      return packages(settings, because(packages.get()));
    }
    int order = folder.get().origin().level().compareTo(packages.get().origin().level());
    if (order == 0) {
      report.problem(
          packages.get().origin(),
          "%s and %s exclude each other: give one of them"
              .formatted(folder.get().subject(), packages.get().subject()));
      return published(settings, because(folder.get()));
    }
    Setting winner = order < 0 ? folder.get() : packages.get();
    Setting loser = order < 0 ? packages.get() : folder.get();
    report.note(loser.subject() + " is " + because(winner));
    return order < 0 ? published(settings, because(winner)) : packages(settings, because(winner));
  }

  private static SourceChoice published(Settings settings, String reason) {
    Source source =
        new Source.Published(
            settings.value(ServeOptions.PUBLIC), settings.value(ServeOptions.PUBLIC_POLL_INTERVAL));
    return new SourceChoice(source, ServeOptions.PACKAGES, reason);
  }

  private static SourceChoice packages(Settings settings, String reason) {
    Source source =
        new Source.Packages(
            settings.value(ServeOptions.PACKAGES),
            !settings.value(ServeOptions.DISABLE_PACKAGE_VALIDATION),
            settings.value(ServeOptions.REQUIRE_PACKAGE_SIGNATURES),
            settings.value(ServeOptions.PACKAGE_PATHS_WORKERS),
            settings.value(ServeOptions.PACKAGE_PATHS_REGISTRY),
            settings.value(ServeOptions.PACKAGE_PATHS_ENABLE_WATCHER),
            !settings.value(ServeOptions.NO_UI));
    return new SourceChoice(source, ServeOptions.PUBLIC, reason);
  }

  private static String because(Setting winner) {
    return "not used, because " + winner.subject() + " is given";
  }
}
