package dev.packhouse.server.config;

import dev.packhouse.server.config.ServerConfig.Tls;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides between HTTP and HTTPS. Who gives only a part of HTTPS wants it, and is told so. */
final class TlsChoice {
  private TlsChoice() {}

  static Optional<Tls> of(Settings settings, Report report) {
    Optional<Path> certificate = settings.value(ServeOptions.TLS_CERT);
    Optional<Path> key = settings.value(ServeOptions.TLS_KEY);
    Optional<TlsVersion> minimum = settings.value(ServeOptions.TLS_MIN_VERSION);
    missing(settings, ServeOptions.TLS_CERT, ServeOptions.TLS_KEY, report);
    missing(settings, ServeOptions.TLS_KEY, ServeOptions.TLS_CERT, report);
    settings
        .given(ServeOptions.TLS_MIN_VERSION)
        .ifPresent(given -> checkMinimum(settings, given, report));
    return certificate.flatMap(
        chain -> key.map(it -> new Tls(chain, it, minimum.orElse(TlsVersion.TLS_1_2))));
  }

  private static void missing(
      Settings settings, Option<?> option, Option<?> partner, Report report) {
    settings
        .given(option)
        .filter(given -> settings.given(partner).isEmpty())
        .ifPresent(
            given ->
                report.problem(
                    given.origin(),
                    "%s: HTTPS needs a certificate and its key: give %s, too"
                        .formatted(given.subject(), partner.flag())));
  }

  private static void checkMinimum(Settings settings, Setting given, Report report) {
    if (settings.given(ServeOptions.TLS_CERT).isEmpty()
        && settings.given(ServeOptions.TLS_KEY).isEmpty()) {
      report.problem(
          given.origin(),
          "%s: there is no HTTPS without %s and %s: give them, too"
              .formatted(
                  given.subject(), ServeOptions.TLS_CERT.flag(), ServeOptions.TLS_KEY.flag()));
    }
    if (given.texts().equals(List.of("1.1"))) {
      report.warning(
          given.subject() + ": TLS 1.1 is broken, and Java does not speak it; the minimum is 1.2");
    }
  }
}
