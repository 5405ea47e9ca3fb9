package dev.packhouse.generator.model;

import com.google.re2j.Pattern;

/**
 * A pattern of paths, whose names have {@code /} between them. As shells have it:
 *
 * <pre>
 * *      any part of a name         [a-z]  one of these characters
 * **     any part of a path         [!a-z] one character that is none of these
 * ?      one character of a name    {a,b}  one of these, which are patterns without braces
 *                                   \*     the character itself
 * </pre>
 *
 * Matching takes time in proportion to the lengths of glob and path, whatever the glob.
 */
public final class Glob {
  /** In characters; no path is longer. */
  private static final int LONGEST = 4096;

  private static final String WILD = "*?[{";

  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Reads a glob. A rejection says where it cannot be read. */
  public static ParseResult<Glob> parse(String text) {
    if (text.length() > LONGEST) {
      return new ParseResult.Rejected<>(
          "it has " + text.length() + " characters, and no path has more than " + LONGEST);
    }
    return new Translation(text).run();
  }

  /** Whether a text, or a name, is more than the path that it says. */
  public static boolean isWild(String text) {
    return text.chars().anyMatch(it -> WILD.indexOf(it) >= 0);
  }

  /**
   * The folder in which all lies that a glob may name, or the one path that it names: what stands
   * before the first name that is more than a name. Empty where that is the first one.
   */
  public static String fixedPart(String glob) {
    for (int at = 0; at < glob.length(); at++) {
      if (WILD.indexOf(glob.charAt(at)) >= 0 || glob.charAt(at) == '\\') {
        return glob.substring(0, glob.lastIndexOf('/', at) + 1);
      }
    }
    return glob;
  }

  /**
   * Whether the whole path is meant.
   *
   * @param path with {@code /} between names
   */
  public boolean matches(String path) {
    return pattern.matches(path);
  }

  /** Makes a regular expression of a glob, from left to right. */
  private static final class Translation {
    private static final int NONE = -1;

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    /** Where the group begins that is open. */
    private int group = NONE;

    Translation(String glob) {
      this.glob = glob;
    }

    ParseResult<Glob> run() {
      while (at < glob.length()) {
        String problem = next();
        if (!problem.isEmpty()) {
          return new ParseResult.Rejected<>(problem);
        }
      }
      return group == NONE
          ? new ParseResult.Parsed<>(new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL)))
          : new ParseResult.Rejected<>(where("{", group) + " has no }");
    }

    /** Takes what stands at the place; gives what is wrong with it, or nothing. */
    private String next() {
      int start = at;
      int character = take();
      switch (character) {
        case '*' -> stars();
        case '?' -> regex.append("[^/]");
        case '[' -> {
          return choice(start);
        }
        case '{' -> {
          if (group != NONE) {
            return where("{", start) + " stands inside of another one";
          }
          group = start;
          regex.append("(?:");
        }
        case '}' -> {
          regex.append(group == NONE ? "\\}" : ")");
          group = NONE;
        }
        case ',' -> regex.append(group == NONE ? "," : "|");
        case '\\' -> {
          if (at == glob.length()) {
            return where("\\", start) + " has nothing behind it";
          }
          literal(take());
        }
        default -> literal(character);
      }
      return "";
    }

    private void stars() {
      boolean folders = at < glob.length() && glob.charAt(at) == '*';
      at += folders ? 1 : 0;
      regex.append(folders ? ".*" : "[^/]*");
    }

    private String choice(int start) {
      boolean others = at < glob.length() && glob.charAt(at) == '!';
      at += others ? 1 : 0;
      int end = glob.indexOf(']', at + 1);
      if (end < 0) {
        return where("[", start) + " has no ]";
      }
      regex.append(others ? "[^/" : "[");
      while (at < end) {
        int from = take();
        boolean range = at + 1 < end && glob.charAt(at) == '-';
        at += range ? 1 : 0;
        int to = range ? take() : from;
        if (from > to || (from <= '/' && to >= '/')) {
          return where("[", start)
              + (from > to ? " has a range that ends before it begins" : " holds a /");
        }
        character(from);
        regex.append('-');
        character(to);
      }
      regex.append(']');
      at = end + 1;
      return "";
    }

    private int take() {
      int character = glob.codePointAt(at);
      at += Character.charCount(character);
      return character;
    }

    private void literal(int character) {
      regex.append(Pattern.quote(Character.toString(character)));
    }

    private void character(int character) {
      regex.append("\\x{").append(Integer.toHexString(character)).append('}');
    }

    private static String where(String mark, int index) {
      return "the " + mark + " that is character " + (index + 1);
    }
  }
}
