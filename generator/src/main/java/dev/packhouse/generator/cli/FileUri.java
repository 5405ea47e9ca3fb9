package dev.packhouse.generator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Paths as references that RFC 3986 allows, byte for byte those of the name. */
final class FileUri {
  /** What may stand in a path as it is, beside letters and digits. */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/";

  private FileUri() {}

  /** {@code file:///a%20b} for an absolute path, {@code a%20b} for another. */
  static String of(String path) {
    StringBuilder uri = new StringBuilder();
    if (path.startsWith("/")) {
      uri.append("file://");
    } else if (path.split("/", 2)[0].contains(":")) {
      // What stands before it would be taken for a scheme.
      uri.append("./");
    }
    for (byte octet : path.getBytes(UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isPlain(character)) {
        uri.append(character);
      } else {
        uri.append("%%%02X".formatted((int) character));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || PLAIN.indexOf(character) >= 0;
  }
}
