package dev.packhouse.server.config;

import dev.packhouse.server.config.ServerConfig.Source;
import java.nio.file.Path;
import java.util.List;

/** Names what an operator may not want, or may believe to be in effect and is not. */
final class Cautions {
  /** These are about reading packages. */
  private static final List<Option<?>> OF_PACKAGES =
      List.of(
          ServeOptions.DISABLE_PACKAGE_VALIDATION,
          ServeOptions.REQUIRE_PACKAGE_SIGNATURES,
          ServeOptions.PACKAGE_PATHS_ENABLE_WATCHER,
          ServeOptions.PACKAGE_PATHS_WORKERS,
          ServeOptions.PACKAGE_PATHS_REGISTRY);

  private Cautions() {}

  static void add(Settings settings, ServerConfig config, Report report) {
    switch (config.source()) {
      case Source.Published _ -> warnOfUnread(settings, report);
      case Source.Packages packages -> addOfPackages(packages, settings, report);
    }
    config
        .admin()
        .address()
        .filter(address -> !address.isLoopback())
        .ifPresent(
            address ->
                report.warning(
                    subject(settings, ServeOptions.HTTPPROF)
                        + ": everybody who reaches "
                        + address
                        + " can take profiles and thread dumps"));
  }

  private static void addOfPackages(Source.Packages packages, Settings settings, Report report) {
    if (!packages.validated()) {
      report.warning(
          subject(settings, ServeOptions.DISABLE_PACKAGE_VALIDATION)
              + ": packages are not validated, and clients may fail to install them");
    }
    if (packages.registry().isPresent()) {
      Path registry = absolute(packages.registry().get());
      packages.roots().stream()
          .filter(root -> absolute(root).startsWith(registry))
          .forEach(
              root ->
                  report.problem(
                      subject(settings, ServeOptions.PACKAGE_PATHS_REGISTRY)
                          + ": the packages in "
                          + root
                          + " lie in that folder, and what is no part of the registry is removed"
                          + " from it; name another"));
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** A registry that was generated before is served as it is. */
  private static void warnOfUnread(Settings settings, Report report) {
    for (Option<?> option : OF_PACKAGES) {
      if (!settings.value(option).equals(option.defaultValue())) {
        report.warning(
            subject(settings, option)
                + " has no effect: a registry is served that was generated before");
      }
    }
  }

  private static String subject(Settings settings, Option<?> option) {
    return settings.given(option).map(Setting::subject).orElse(option.flag());
  }
}
