package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** The line that a finding is about, the ones beside it, and a caret under the column. */
final class CodeFrame {
  /** In characters: what of a long line fits on a terminal. */
  private static final int WIDTH = 100;

  /**
   * One line of it.
   *
   * @param isCaret it stands for no line of the file
   */
  record Line(String text, boolean isCaret) {}

  private CodeFrame() {}

  /** Empty where the finding has no place, or its file cannot be shown. */
  static List<Line> of(Finding finding, SourceLines sources) {
    List<Line> frame = new ArrayList<>();
    finding.place().ifPresent(place -> add(frame, place, sources.of(finding.file())));
    return frame;
  }

  private static void add(List<Line> frame, Place place, List<String> lines) {
    if (place.line() > lines.size()) {
      return;
    }
    int start = Math.max(0, place.column() - 1 - WIDTH / 2);
    int last = Math.min(lines.size(), place.line() + 1);
    for (int number = Math.max(1, place.line() - 1); number <= last; number++) {
      String cut = cut(lines.get(number - 1), start);
      frame.add(new Line("%5d | %s".formatted(number, cut).stripTrailing(), false));
      if (number == place.line()) {
        frame.add(new Line("      | " + " ".repeat(place.column() - 1 - start) + "^", true));
      }
    }
  }

  /** Each character of the file takes one place, so that the caret stands under its own. */
  private static String cut(String line, int start) {
    int[] points = line.codePoints().skip(start).limit(WIDTH).toArray();
    return PrintableText.of(new String(points, 0, points.length).replace('\t', ' '));
  }
}
