package dev.packhouse.generator.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a code means.
 *
 * @param table what stands in its first table, by column
 * @param why the paragraph behind the table, on one line
 * @param text the whole page, as Markdown
 */
public record FindingPage(String code, Map<String, String> table, String why, String text) {
  static final String REFERENCE = "reference";

  public FindingPage {
    table = Map.copyOf(table);
  }

  public static FindingPage parse(String code, String text) {
    List<String> rows = text.lines().filter(line -> line.startsWith("|")).limit(3).toList();
    if (rows.size() < 3) {
      throw new IllegalStateException("the page of " + code + " has no table");
    }
    return new FindingPage(code, table(rows.getFirst(), rows.getLast()), why(text), text);
  }

  /** The first sentence of the reason. */
  public String summary() {
    int end = why.indexOf(". ");
    return end < 0 ? why : why.substring(0, end + 1);
  }

  /** One of error, warning and note. */
  public String severity() {
    return table.getOrDefault("severity", "");
  }

  /** What the reference validator calls it, if it has a name for it. */
  public Optional<String> reference() {
    return Optional.ofNullable(table.get(REFERENCE)).filter(name -> !name.isEmpty());
  }

  private static Map<String, String> table(String head, String body) {
    List<String> columns = cells(head);
    List<String> values = new ArrayList<>(cells(body));
    Map<String, String> table = new LinkedHashMap<>();
    for (int column = 0; column < Math.min(columns.size(), values.size()); column++) {
      table.put(columns.get(column), values.get(column));
    }
    return table;
  }

  private static List<String> cells(String row) {
    return Stream.of(row.strip().substring(1).split("\\|")).map(String::strip).toList();
  }

  private static String why(String text) {
    return text.lines()
        .dropWhile(line -> !line.startsWith("|"))
        .dropWhile(line -> line.startsWith("|") || line.isBlank())
        .takeWhile(line -> !line.isBlank())
        .collect(Collectors.joining(" "));
  }
}
