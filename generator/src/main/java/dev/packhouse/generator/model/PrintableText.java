package dev.packhouse.generator.model;

import java.util.regex.Pattern;

/** Names and values of packages come from anywhere: none may steer a terminal or forge a line. */
public final class PrintableText {
  /** Control and format characters, and what some programs take for the end of a line. */
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private PrintableText() {}

  /** The text as it may be printed on one line. */
  public static String of(String text) {
    return STEERING.matcher(text).replaceAll("\uFFFD");
  }
}
