package dev.packhouse.generator.ui;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as they stand in pages. */
final class Link {
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}]+");

  /** In characters: browsers and servers refuse longer ones sooner or later. */
  private static final int LONGEST_ADDRESS = 8_000;

  private Link() {}

  /** The address of a path: what has a meaning in addresses is escaped, slashes are not. */
  static String path(String path) {
    StringBuilder link = new StringBuilder(path.length());
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(unit)) {
        link.append((char) unit);
      } else {
        link.append('%').append(digit(unit >> 4)).append(digit(unit));
      }
    }
    return link.toString();
  }

  /** The text, if it is an address on the web. */
  static Optional<String> web(String text) {
    return text.length() <= LONGEST_ADDRESS && WEB.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isPlain(byte unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || "-._~/".indexOf(unit) >= 0;
  }

  private static char digit(int unit) {
    return Character.toUpperCase(Character.forDigit(unit & 15, 16));
  }
}
