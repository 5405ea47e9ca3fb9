package dev.packhouse.generator.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.parser.Parser;

/** How the Markdown of packages is read, whoever wrote it to be hard to read. */
public final class Markdown {
  /** What stands deeper is text: the pieces are looked through by recursion. */
  private static final int MOST_BLOCKS = 64;

  private static final int MOST_INLINES = 128;

  private Markdown() {}

  /** Begins a parser. The time it takes grows with the length of the text, and not faster. */
  public static Parser.Builder parser() {
    return Parser.builder()
        .maxOpenBlockParsers(MOST_BLOCKS)
        .maxInlineNesting(MOST_INLINES)
        .inlineParserFactory(context -> new BoundedInlineParser(new InlineParserImpl(context)));
  }
}
