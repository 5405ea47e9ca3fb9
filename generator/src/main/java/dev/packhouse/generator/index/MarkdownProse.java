package dev.packhouse.generator.index;

import dev.packhouse.generator.markdown.Markdown;
import dev.packhouse.generator.model.ShortText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a Markdown file says in words: neither tables nor blocks of code nor addresses. */
final class MarkdownProse {
  private static final Parser PARSER = Markdown.parser().build();

  /** Longer ones have nothing but more samples and settings at their end. */
  private static final int LONGEST = 8_000;

  /** So much of the file is read, in characters: what somebody wrote by hand is shorter. */
  private static final int MOST_READ = 1 << 17;

  private MarkdownProse() {}

  /** Blocks of text, each on a line, cut where they become too long. */
  static String of(String markdown) {
    StringBuilder prose = new StringBuilder();
    PARSER.parse(ShortText.start(markdown, MOST_READ)).accept(new Words(prose));
    return prose.substring(0, Math.min(prose.length(), LONGEST)).strip();
  }

  private static final class Words extends AbstractVisitor {
    private final StringBuilder prose;

    Words(StringBuilder prose) {
      this.prose = prose;
    }

    @Override
    public void visit(Paragraph paragraph) {
      // A table is none of the parser's blocks, but a paragraph that begins with its border.
      boolean table = paragraph.getFirstChild() instanceof Text text && isBorder(text);
      if (!table) {
        visitBlock(paragraph);
      }
    }

    @Override
    public void visit(Heading heading) {
      visitBlock(heading);
    }

    @Override
    public void visit(Text text) {
      prose.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      prose.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      prose.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      prose.append(' ');
    }

    @Override
    public void visit(FencedCodeBlock code) {}

    @Override
    public void visit(IndentedCodeBlock code) {}

    private void visitBlock(Node block) {
      if (prose.length() < LONGEST) {
        visitChildren(block);
        prose.append('\n');
      }
    }

    private static boolean isBorder(Text text) {
      return text.getLiteral().startsWith("|");
    }
  }
}
