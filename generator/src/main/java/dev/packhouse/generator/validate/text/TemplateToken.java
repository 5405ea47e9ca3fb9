package dev.packhouse.generator.validate.text;

/**
 * The smallest piece of a template that means something.
 *
 * @param text as it stands in the template; of a quoted text what stands between its quotes
 * @param offset of its first character in the template
 */
record TemplateToken(Kind kind, String text, int offset) {
  /** What a piece is, as a message names it. */
  enum Kind {
    OPEN("an expression"),
    OPEN_UNESCAPED("an expression with three braces"),
    OPEN_BLOCK("the start of a block"),
    OPEN_INVERSE("the start of an inverse block"),
    OPEN_ELSE_IF("{{else ...}}"),
    ELSE("{{else}}"),
    OPEN_END("the end of a block"),
    OPEN_PARTIAL("a partial"),
    OPEN_RAW("the start of a raw block"),
    OPEN_END_RAW("the end of a raw block"),
    CLOSE("}}"),
    CLOSE_UNESCAPED("}}}"),
    CLOSE_RAW("}}}}"),
    NAME("a name"),
    TEXT("a quoted text"),
    NUMBER("a number"),
    FLAG("true or false"),
    AT("@"),
    SEPARATOR("a separator"),
    EQUALS("="),
    OPEN_CALL("("),
    CLOSE_CALL(")"),
    OPEN_NAMES("as |"),
    CLOSE_NAMES("|"),
    END("the end of the file");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
