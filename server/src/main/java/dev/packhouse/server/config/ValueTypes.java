package dev.packhouse.server.config;

import dev.packhouse.generator.model.GoBoolean;
import dev.packhouse.generator.model.GoDuration;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of values that options have. */
final class ValueTypes {
  static final ValueType<Path> PATH =
      ValueType.one(
          ValueType.PATH, "a path", "/srv/packhouse", ValueTypes::parsePath, Path::toString);

  static final ValueType<Path> FOLDER =
      ValueType.one(
          ValueType.FOLDER, "a folder", "/srv/packages", ValueTypes::parsePath, Path::toString);

  static final ValueType<Duration> DURATION =
      ValueType.one("DURATION", "a duration", "1h30m", GoDuration::parse, GoDuration::text);

  static final ValueType<Duration> TIME_LIMIT =
      ValueType.one(
          "DURATION",
          "a duration above 0",
          "30s",
          text -> GoDuration.parse(text).filter(Duration::isPositive),
          GoDuration::text);

  static final ValueType<Long> SIZE =
      ValueType.one(
          "SIZE", "a size in bytes, or with k, M or G", "32M", ByteSize::parse, ByteSize::text);

  static final ValueType<Long> SIZE_OR_NONE =
      ValueType.one(
          "SIZE",
          "a size in bytes, or with k, M or G, or 0",
          "16M",
          text -> text.equals("0") ? Optional.of(0L) : ByteSize.parse(text),
          bytes -> bytes == 0 ? "0" : ByteSize.text(bytes));

  static final ValueType<ResponseHeader> RESPONSE_HEADER =
      ValueType.one(
          "HEADER",
          "a header \"Name: value\" that the server leaves to others",
          "X-Frame-Options: DENY",
          ResponseHeader::parse,
          ResponseHeader::toString);

  static final ValueType<Address> ADDRESS =
      ValueType.one(
          "HOST:PORT", "a host and a port", "localhost:8080", Address::parse, Address::toString);

  static final ValueType<Address> PRIVATE_ADDRESS =
      ValueType.one(
          "HOST:PORT",
          "a host and a port",
          "localhost:6060",
          Address::parsePrivate,
          Address::toString);

  static final ValueType<Integer> NUMBER =
      ValueType.one("N", "a whole number above 0", "4", ValueTypes::parseNumber, String::valueOf);

  /** 1.1 is understood, but the JDK does not speak it any more: the next one stands in. */
  static final ValueType<TlsVersion> TLS_VERSION =
      ValueType.one(
              "VERSION",
              "one of 1.1, 1.2 and 1.3",
              "1.2",
              ValueTypes::parseTlsVersion,
              ValueTypes::text)
          .of("1.2", "1.3");

  static final ValueType<LogLevel> LOG_LEVEL =
      ValueType.one(
              "LEVEL",
              "one of debug, info, warn and error",
              "info",
              ValueTypes::parseLogLevel,
              level -> level.name().toLowerCase(Locale.ROOT))
          .of("debug", "info", "warn", "error");

  static final ValueType<LogType> LOG_TYPE =
      ValueType.one(
              "TYPE",
              "one of text, ecs and logstash",
              "ecs",
              ValueTypes::parseLogType,
              type -> type.name().toLowerCase(Locale.ROOT))
          .of("text", "ecs", "logstash");

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

  private static Optional<Integer> parseNumber(String text) {
    return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<TlsVersion> parseTlsVersion(String text) {
    return switch (text) {
      case "1.1", "1.2" -> Optional.of(TlsVersion.TLS_1_2);
      case "1.3" -> Optional.of(TlsVersion.TLS_1_3);
      default -> Optional.empty();
    };
  }

  private static String text(TlsVersion version) {
    return switch (version) {
      case TLS_1_2 -> "1.2";
      case TLS_1_3 -> "1.3";
    };
  }

  /** The names that EPR's logger knows, in any case. Those above error end EPR, and are none. */
  private static Optional<LogLevel> parseLogLevel(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "debug" -> Optional.of(LogLevel.DEBUG);
      case "info" -> Optional.of(LogLevel.INFO);
      case "warn", "warning" -> Optional.of(LogLevel.WARN);
      case "error", "dpanic", "panic", "fatal" -> Optional.of(LogLevel.ERROR);
      default -> Optional.empty();
    };
  }

  private static Optional<LogType> parseLogType(String text) {
    return switch (text) {
      case "text", "dev" -> Optional.of(LogType.TEXT);
      case "ecs" -> Optional.of(LogType.ECS);
      case "logstash" -> Optional.of(LogType.LOGSTASH);
      default -> Optional.empty();
    };
  }

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
