package dev.packhouse.server.serve;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the header Accept asks for pages: RFC 9110, section 12.5.1. */
final class AcceptedPages {
  private static final Pattern ELEMENT =
      Pattern.compile(
          "\\s*([^\\s;]+)\\s*(?:;\\s*(?!q\\s*=)[^;]*)*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*)?");

  private AcceptedPages() {}

  /** True where HTML is named, and JSON is not named as something better: browsers do so. */
  static boolean areWanted(String header) {
    double html = 0;
    double json = 0;
    for (String element : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher matcher = ELEMENT.matcher(element);
      if (matcher.matches()) {
        double weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
        switch (matcher.group(1)) {
          case "text/html", "application/xhtml+xml" -> html = Math.max(html, weight);
          case "application/json" -> json = weight;
          default -> {}
        }
      }
    }
    return html > 0 && html >= json;
  }
}
