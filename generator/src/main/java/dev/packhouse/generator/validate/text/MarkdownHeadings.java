package dev.packhouse.generator.validate.text;

import dev.packhouse.generator.markdown.Markdown;
import dev.packhouse.generator.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Finds the headings of a Markdown file. */
public final class MarkdownHeadings {
  private static final Parser PARSER =
      Markdown.parser().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  /** In characters: nobody writes a README that is half as long. */
  private static final int LONGEST = 1 << 20;

  private MarkdownHeadings() {}

  /**
   * A heading.
   *
   * @param text as it is written, without what is emphasised, linked or code in it
   */
  public record Found(Place place, String text) {}

  /** In the order of the file, of which what stands behind a million characters is not read. */
  public static List<Found> of(String file) {
    String markdown = file.length() > LONGEST ? file.substring(0, LONGEST) : file;
    List<Found> headings = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                headings.add(new Found(place(heading), text(heading, markdown)));
              }
            });
    return headings;
  }

  private static Place place(Heading heading) {
    SourceSpan first = heading.getSourceSpans().getFirst();
    return new Place(first.getLineIndex() + 1, first.getColumnIndex() + 1);
  }

  private static String text(Heading heading, String markdown) {
    StringBuilder text = new StringBuilder();
    for (Node child = heading.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Text) {
        for (SourceSpan span : child.getSourceSpans()) {
          int start = span.getInputIndex();
          text.append(markdown, start, start + span.getLength());
        }
      }
    }
    return text.toString();
  }
}
