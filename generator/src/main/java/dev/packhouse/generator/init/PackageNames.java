package dev.packhouse.generator.init;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a new package is called. They stand in YAML and JSON without quotation marks, so they have
 * no character and are no word that means something there.
 */
public record PackageNames(String name, String title, String owner) {
  private static final String NO_WORD = "(?!(?i:true|false|null|yes|no|on|off|y|n)$)";
  private static final Pattern NAME = Pattern.compile(NO_WORD + "[a-z][a-z0-9_]{0,99}");

  /** A letter, or digits and then more letters than any number of YAML has. */
  private static final String BEGINNING = "(?:\\p{L}|(?!0[xob])[0-9]{1,9} ?\\p{L}{2})";

  private static final Pattern TITLE =
      Pattern.compile(
          NO_WORD + BEGINNING + "(?:[\\p{L}\\p{N} .,_()/&+'-]{0,98}[\\p{L}\\p{N}.)+])?");
  private static final Pattern OWNER = Pattern.compile("[A-Za-z][\\w-]{0,99}/[A-Za-z][\\w-]{0,99}");

  /** What is wrong with them; empty where nothing is. */
  public Optional<String> problem() {
    if (!NAME.matcher(name).matches()) {
      return Optional.of(
          "the name "
              + name
              + " is none for a package: write a letter from a to z, then letters, digits and _");
    }
    if (!TITLE.matcher(title).matches()) {
      return Optional.of(
          "the title "
              + title
              + " cannot be used: write letters, digits, blanks and . , _ ( ) / & + ' -, and begin"
              + " with a word");
    }
    if (!OWNER.matcher(owner).matches()) {
      return Optional.of(
          "the owner " + owner + " is no team on GitHub: write it as organization/team");
    }
    return Optional.empty();
  }

  /** {@code nginx_logs} is {@code Nginx logs}. */
  public static String titleOf(String name) {
    String words = name.replace('_', ' ').strip();
    return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
