package dev.packhouse.generator.validate.text;

import dev.packhouse.generator.validate.text.TemplateToken.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a template apart. What stands outside of braces is skipped: all of it is allowed.
 *
 * <p>What a piece may be made of is as in the Handlebars of 2014, which the reference validator
 * knows.
 */
final class TemplateScanner {
  private static final String BRACES = "{{";
  private static final char ESCAPE = '\\';

  private static final Pattern COMMENT = Pattern.compile("\\{\\{~?!(--)?");
  private static final Pattern LONG_COMMENT_END = Pattern.compile("--~?\\}\\}");
  private static final Pattern END_OF_RAW = Pattern.compile("\\{\\{\\{\\{/");

  /** What opens, in the order in which it is tried. */
  private static final Map<Kind, Pattern> OPENINGS = openings();

  private static final Pattern CLOSE_RAW = Pattern.compile("\\}\\}\\}\\}");
  private static final Pattern CLOSE_UNESCAPED = Pattern.compile("\\}~?\\}\\}");
  private static final Pattern CLOSE = Pattern.compile("~?\\}\\}");

  private static final Pattern OPEN_NAMES = Pattern.compile("as[ \\t\\n\\f\\r]+\\|");
  private static final Pattern PARENT_OR_SELF =
      Pattern.compile("\\.\\.|\\.(?=[ \\t\\n\\f\\r=~}/)|])");
  private static final Pattern FLAG = Pattern.compile("(?:true|false)(?=[ \\t\\n\\f\\r~})])");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?+(?![\\p{L}\\p{Nd}_+-])");
  private static final Pattern BRACKETED = Pattern.compile("\\[[^\\]\\n]*\\]");
  private static final Pattern NAME =
      Pattern.compile("[^ \\n\\t!\"#%&'()*+,./;<=>@\\[\\\\\\]^`{|}~]+");

  private final String text;
  private int position;

  TemplateScanner(String text) {
    this.text = text;
  }

  private static Map<Kind, Pattern> openings() {
    Map<Kind, Pattern> openings = new LinkedHashMap<>();
    openings.put(Kind.OPEN_END_RAW, END_OF_RAW);
    openings.put(Kind.OPEN_RAW, Pattern.compile("\\{\\{\\{\\{"));
    openings.put(Kind.OPEN_UNESCAPED, Pattern.compile("\\{\\{~?\\{"));
    openings.put(Kind.OPEN_BLOCK, Pattern.compile("\\{\\{~?#"));
    openings.put(Kind.OPEN_END, Pattern.compile("\\{\\{~?/"));
    openings.put(Kind.OPEN_PARTIAL, Pattern.compile("\\{\\{~?>"));
    openings.put(
        Kind.ELSE,
        Pattern.compile(
            "\\{\\{~?(?:\\^[ \\t\\n\\f\\r]*|[ \\t\\n\\f\\r]*else[ \\t\\n\\f\\r]*)~?\\}\\}"));
    openings.put(Kind.OPEN_INVERSE, Pattern.compile("\\{\\{~?\\^"));
    openings.put(Kind.OPEN_ELSE_IF, Pattern.compile("\\{\\{~?[ \\t\\n\\f\\r]*else"));
    openings.put(Kind.OPEN, Pattern.compile("\\{\\{~?&?"));
    return openings;
  }

  /** The next braces outside of an expression, or the end. */
  TemplateToken opening() {
    int from = position;
    while (true) {
      int braces = text.indexOf(BRACES, from);
      if (braces < 0) {
        return new TemplateToken(Kind.END, "", text.length());
      }
      Matcher comment = COMMENT.matcher(text).region(braces, text.length());
      if (isEscaped(braces, position)) {
        from = endOfBraces(braces);
      } else if (comment.lookingAt()) {
        from = endOfComment(comment);
      } else {
        return opening(braces);
      }
      position = from;
    }
  }

  private int endOfBraces(int braces) {
    int end = braces;
    while (end < text.length() && text.charAt(end) == '{') {
      end++;
    }
    return end;
  }

  /** One backslash escapes braces, and another one escapes that backslash. */
  private boolean isEscaped(int braces, int start) {
    return braces > start
        && text.charAt(braces - 1) == ESCAPE
        && !(braces - 1 > start && text.charAt(braces - 2) == ESCAPE);
  }

  private int endOfComment(Matcher comment) {
    if (comment.group(1) == null) {
      int end = text.indexOf("}}", comment.start());
      if (end >= 0) {
        return end + 2;
      }
    } else {
      Matcher end = LONG_COMMENT_END.matcher(text);
      if (end.find(comment.start())) {
        return end.end();
      }
    }
    throw new MalformedTemplate(comment.start(), "The comment has no end");
  }

  private TemplateToken opening(int braces) {
    position = braces;
    for (Map.Entry<Kind, Pattern> opening : OPENINGS.entrySet()) {
      Optional<TemplateToken> found = find(opening.getKey(), opening.getValue());
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("two braces open nothing at " + braces);
  }

  /**
   * Goes on to the end of a raw block, in which braces mean nothing.
   *
   * @param opening of the block
   */
  void skipRaw(TemplateToken opening) {
    Matcher end = END_OF_RAW.matcher(text);
    if (!end.find(position)) {
      throw new MalformedTemplate(opening.offset(), "The raw block has no end");
    }
    if (end.start() == position) {
      throw new MalformedTemplate(opening.offset(), "The raw block is empty");
    }
    position = end.start();
  }

  /** Whether the next piece of an expression is of a kind; it stays the next one. */
  boolean isNext(Kind kind) {
    int before = position;
    boolean is = next().kind() == kind;
    position = before;
    return is;
  }

  /** The next piece of an expression. */
  TemplateToken next() {
    while (position < text.length() && " \t\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    if (position == text.length()) {
      return new TemplateToken(Kind.END, "", position);
    }
    char first = text.charAt(position);
    return find(Kind.CLOSE_RAW, CLOSE_RAW)
        .or(() -> find(Kind.CLOSE_UNESCAPED, CLOSE_UNESCAPED))
        .or(() -> find(Kind.CLOSE, CLOSE))
        .or(() -> find(Kind.OPEN_NAMES, OPEN_NAMES))
        .or(() -> find(Kind.NAME, PARENT_OR_SELF))
        .or(() -> find(Kind.FLAG, FLAG))
        .orElseGet(() -> piece(first));
  }

  private TemplateToken piece(char first) {
    return switch (first) {
      case '(' -> sign(Kind.OPEN_CALL);
      case ')' -> sign(Kind.CLOSE_CALL);
      case '=' -> sign(Kind.EQUALS);
      case '@' -> sign(Kind.AT);
      case '/', '.' -> sign(Kind.SEPARATOR);
      case '|' -> sign(Kind.CLOSE_NAMES);
      case '"', '\'' -> quoted(first);
      case '[' -> required(Kind.NAME, BRACKETED, "The name in brackets has no end on its line");
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> required(Kind.NAME, NAME, "The character " + first + " is not allowed here");
    };
  }

  private TemplateToken quoted(char quote) {
    int start = position + 1;
    for (int end = start; end < text.length() && text.charAt(end) != '\n'; end++) {
      boolean isEscaped = end > start && text.charAt(end - 1) == ESCAPE;
      if (text.charAt(end) == quote && !isEscaped) {
        position = end + 1;
        String inner = text.substring(start, end).replace("" + ESCAPE + quote, "" + quote);
        return new TemplateToken(Kind.TEXT, inner, start - 1);
      }
    }
    throw new MalformedTemplate(position, "The quoted text has no end on its line");
  }

  private TemplateToken number() {
    TemplateToken number = required(Kind.NUMBER, NUMBER, "This is no number");
    if (Double.isInfinite(Double.parseDouble(number.text()))) {
      throw new MalformedTemplate(number.offset(), "The number is too large");
    }
    return number;
  }

  private TemplateToken sign(Kind kind) {
    position++;
    return new TemplateToken(kind, text.substring(position - 1, position), position - 1);
  }

  private TemplateToken required(Kind kind, Pattern pattern, String otherwise) {
    return find(kind, pattern).orElseThrow(() -> new MalformedTemplate(position, otherwise));
  }

  /** The piece that a pattern matches here, behind which it then goes on. */
  private Optional<TemplateToken> find(Kind kind, Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(new TemplateToken(kind, matcher.group(), matcher.start()));
  }
}
