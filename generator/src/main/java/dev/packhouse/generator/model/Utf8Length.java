package dev.packhouse.generator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How long texts are where their bytes count. */
public final class Utf8Length {
  private Utf8Length() {}

  /** Whether the text takes more than this many bytes; fast for texts far longer. */
  public static boolean exceeds(String text, int bytes) {
    return text.length() > bytes || text.getBytes(UTF_8).length > bytes;
  }
}
