package dev.packhouse.generator.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads paragraphs, headings and cells, and takes one with too many delimiters for plain text. A
 * closed link looks at all brackets that are open, an image copies what it holds, and a tag may be
 * looked for up to the end: the time grows with the number of delimiters times what stands there.
 */
final class BoundedInlineParser implements InlineParser {
  /** Three times as many as the fullest paragraph of 3,300 published READMEs has. */
  static final int MOST_DELIMITERS = 1 << 12;

  private static final String DELIMITERS = "[*_`<";

  private final InlineParser parser;

  BoundedInlineParser(InlineParser parser) {
    this.parser = parser;
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    if (hasTooManyDelimiters(lines)) {
      appendText(lines, block);
    } else {
      parser.parse(lines, block);
    }
  }

  private static boolean hasTooManyDelimiters(SourceLines lines) {
    return lines.getLines().stream()
            .flatMapToInt(line -> line.getContent().chars())
            .filter(character -> DELIMITERS.indexOf(character) >= 0)
            .limit(MOST_DELIMITERS + 1L)
            .count()
        > MOST_DELIMITERS;
  }

  private static void appendText(SourceLines lines, Node block) {
    for (SourceLine line : lines.getLines()) {
      if (block.getFirstChild() != null) {
        block.appendChild(new SoftLineBreak());
      }
      Text text = new Text(line.getContent().toString());
      text.setSourceSpans(SourceLines.of(line).getSourceSpans());
      block.appendChild(text);
    }
  }
}
