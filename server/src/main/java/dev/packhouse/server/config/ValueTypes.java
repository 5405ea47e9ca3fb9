package dev.packhouse.server.config;

import dev.packhouse.generator.model.GoBoolean;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The kinds of values that options have. */
final class ValueTypes {
  static final ValueType<Path> PATH =
      ValueType.one("PATH", "a path", "/srv/packhouse", ValueTypes::parsePath, Path::toString);

  static final ValueType<Path> FOLDER =
      ValueType.one("DIR", "a folder", "/srv/packages", ValueTypes::parsePath, Path::toString);

  static final ValueType<Duration> DURATION =
      ValueType.one("DURATION", "a duration", "1h30m", GoDuration::parse, GoDuration::text);

  static final ValueType<Address> ADDRESS =
      ValueType.one(
          "HOST:PORT", "a host and a port", "localhost:8080", Address::parse, Address::toString);

  static final ValueType<URI> URL =
      ValueType.one(
          "URL",
          "an http or https address without user, query and fragment",
          "https://epr.example.org/registry",
          ValueTypes::parseUrl,
          URI::toString);

  static final ValueType<Boolean> SWITCH =
      ValueType.one("BOOLEAN", "a boolean", "false", GoBoolean::parse, String::valueOf).asSwitch();

  private ValueTypes() {}

  private static Optional<Path> parsePath(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A slash at the end is taken off, so that paths can be added to what is left. */
  private static Optional<URI> parseUrl(String text) {
    try {
      URI url = new URI(text.replaceFirst("/+$", "")).normalize();
      boolean usable =
          Set.of("http", "https").contains(String.valueOf(url.getScheme()))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      return usable ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
