package dev.packhouse.generator.describe;

import org.commonmark.parser.Parser;

/** How the Markdown of packages is read, whoever wrote it to be hard to read. */
public final class Markdown {
  /** What stands deeper is text: the pieces are looked through by recursion. */
  private static final int MOST_BLOCKS = 64;

  private static final int MOST_INLINES = 128;

  private Markdown() {}

  /**
   * Begins a parser. It takes time that grows faster than the text where nothing that is opened is
   * closed: who uses it has a length beyond which nothing is read.
   */
  public static Parser.Builder parser() {
    return Parser.builder().maxOpenBlockParsers(MOST_BLOCKS).maxInlineNesting(MOST_INLINES);
  }
}
