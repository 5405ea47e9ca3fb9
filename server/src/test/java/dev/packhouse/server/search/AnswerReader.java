package dev.packhouse.server.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads answers made of {@code SamplePackage} records. */
final class AnswerReader {
  private static final Pattern RECORD =
      Pattern.compile("\\{\"name\":\"(p?\\w+)\",\"version\":\"([^\"]+)\"");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\"name\":\"(t\\d+)\"\\}");

  private AnswerReader() {}

  static String text(SearchAnswer answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    answer.content().writeTo(bytes);
    assertThat(bytes.size()).isEqualTo(answer.length());
    return bytes.toString(US_ASCII);
  }

  /** Name, version and names of policy templates of each record, as the oracle gives them. */
  static List<String> records(SearchAnswer answer) throws IOException {
    String text = text(answer);
    List<String> records = new ArrayList<>();
    Matcher record = RECORD.matcher(text);
    boolean found = record.find();
    while (found) {
      String id = record.group(1) + " " + record.group(2);
      int start = record.end();
      found = record.find();
      Matcher template =
          TEMPLATE.matcher(text.substring(start, found ? record.start() : text.length()));
      records.add(id + " " + template.results().map(result -> result.group(1)).toList());
    }
    return records;
  }

  static List<String> counts(List<CategoryCount> categories) {
    return categories.stream().map(each -> each.category().id() + "=" + each.count()).toList();
  }
}
