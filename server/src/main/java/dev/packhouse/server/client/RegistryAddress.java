package dev.packhouse.server.client;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a server answers.
 *
 * @param text without a slash at its end
 */
public record RegistryAddress(String text) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}(/.*)?");
  private static final Pattern FILE = Pattern.compile("(?i)file:/.*");
  private static final Pattern HTTP = Pattern.compile("(?i)https?://.*");

  /** Whether somebody who writes this means an address, and no folder. */
  public static boolean isMeant(String text) {
    return SCHEME.matcher(text).matches();
  }

  /** Whether it looks like an address without its scheme: few folders are called like that. */
  public static boolean isHostAndPort(String text) {
    return HOST_AND_PORT.matcher(text).matches();
  }

  /** Whether it is the address of a folder of this machine. */
  public static boolean isOfFolder(String text) {
    return FILE.matcher(text).matches();
  }

  /** The folder with such an address: {@code file:///srv/public}. */
  public static ParseResult<Path> parseFolder(String text) {
    try {
      return new Parsed<>(Path.of(new URI(text)));
    } catch (URISyntaxException | IllegalArgumentException wrong) {
      return new Rejected<>("that is no folder of this machine; write it as file:///srv/public");
    }
  }

  /** The reason of a rejection stands behind a colon. */
  public static ParseResult<RegistryAddress> parse(String text) {
    if (!HTTP.matcher(text).matches()) {
      return new Rejected<>("an address begins with http://, https:// or file://");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException wrong) {
      return new Rejected<>("that is no address");
    }
    if (uri.getHost() == null) {
      return new Rejected<>("it has no host that can be asked");
    }
    if (uri.getRawUserInfo() != null) {
      return new Rejected<>("it names a user, and a registry asks for none");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return new Rejected<>("write it without ? and #");
    }
    return new Parsed<>(new RegistryAddress(text.replaceFirst("/+$", "")));
  }

  /**
   * What is found there.
   *
   * @param target with a slash before it
   */
  URI resolve(String target) {
    return URI.create(text + target);
  }
}
