package dev.packhouse.server.serve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strong validator: two answers with the same tag have the same bytes.
 *
 * @param text with its quotes
 */
record EntityTag(String text) {
  /** RFC 9110, section 8.8.3: anything printable but a quote stands between the quotes. */
  private static final Pattern LISTED =
      Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\uffff]*\")");

  /** From the SHA-256 of the content, of which 32 hexadecimal digits tell any two apart. */
  static EntityTag of(String sha256) {
    return new EntityTag('"' + sha256.substring(0, 32) + '"');
  }

  /** The tag of the same content in another coding, which has other bytes. */
  EntityTag coded(String coding) {
    return new EntityTag(text.substring(0, text.length() - 1) + "-" + coding + '"');
  }

  /** If-Match compares strongly, RFC 9110, section 13.1.1. */
  boolean matchesStrongly(String condition) {
    return matches(condition, false);
  }

  /** If-None-Match compares weakly, RFC 9110, section 13.1.2. */
  boolean matchesWeakly(String condition) {
    return matches(condition, true);
  }

  private boolean matches(String condition, boolean weak) {
    if (condition.strip().equals("*")) {
      return true;
    }
    Matcher listed = LISTED.matcher(condition);
    while (listed.find()) {
      if ((weak || listed.group(1) == null) && text.equals(listed.group(2))) {
        return true;
      }
    }
    return false;
  }
}
