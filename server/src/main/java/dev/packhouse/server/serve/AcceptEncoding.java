package dev.packhouse.server.serve;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the header Accept-Encoding admits gzip: RFC 9110, section 12.5.3. */
final class AcceptEncoding {
  private static final Pattern ELEMENT =
      Pattern.compile("\\s*([^\\s;]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*)?");

  private AcceptEncoding() {}

  /** True where gzip is at least as welcome as the plain form. */
  static boolean admitsGzip(String header) {
    double any = -1;
    double gzip = -1;
    double identity = -1;
    for (String element : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher matcher = ELEMENT.matcher(element);
      if (!matcher.matches()) {
        continue;
      }
      double weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
      switch (matcher.group(1)) {
        case "gzip", "x-gzip" -> gzip = weight;
        case "identity" -> identity = weight;
        case "*" -> any = weight;
        default -> {}
      }
    }
    double welcome = gzip < 0 ? any : gzip;
    return welcome > 0 && welcome >= identity;
  }
}
