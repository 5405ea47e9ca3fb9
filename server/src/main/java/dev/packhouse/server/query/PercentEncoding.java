package dev.packhouse.server.query;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoding of RFC 3986, section 2.1, without exceptions for what does not decode. */
public final class PercentEncoding {
  /** What RFC 3986 lets stand in a path, besides letters and digits. */
  private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** The path's text, or nothing where a {@code %} is not followed by two hexadecimal digits. */
  public static Optional<String> decodePath(String raw) {
    return raw.indexOf('%') < 0 ? Optional.of(raw) : decode(raw);
  }

  /** The same for a name or value of a query, where a {@code +} is a blank. */
  public static Optional<String> decodeQuery(String raw) {
    return decodePath(raw.replace('+', ' '));
  }

  /** Encodes whatever may not stand in the path of a URL. */
  public static String encodePath(String path) {
    return encode(path, PATH_MARKS);
  }

  /** Makes a query as it was received fit to stand in a header: only printable ASCII remains. */
  public static String encodeRawQuery(String rawQuery) {
    boolean clean = rawQuery.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return clean ? rawQuery : encode(rawQuery, PATH_MARKS + "%?/");
  }

  private static Optional<String> decode(String raw) {
    byte[] in = raw.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '%') {
        out[length++] = in[i];
      } else if (i + 2 < in.length
          && HexFormat.isHexDigit(in[i + 1])
          && HexFormat.isHexDigit(in[i + 2])) {
        out[length++] =
            (byte) (HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new String(out, 0, length, StandardCharsets.UTF_8));
  }

  private static String encode(String text, String marks) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isLetterOrDigit(c) || marks.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
