package dev.packhouse.server.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header Range asks for: RFC 9110, section 14.2. */
sealed interface RangeRequest {
  /** Everything, because the header says nothing that is understood or worth answering. */
  record Whole() implements RangeRequest {}

  /** Nothing that is there. */
  record Unsatisfiable() implements RangeRequest {}

  /** At least one stretch, in the order in which they were asked for. */
  record Parts(List<ByteRange> ranges) implements RangeRequest {
    public Parts {
      ranges = List.copyOf(ranges);
    }
  }

  /** More ranges than any honest client asks for are answered as none: section 14.2. */
  int MOST_RANGES = 32;

  Pattern SET = Pattern.compile("(?i)bytes\\s*=(.*)");
  Pattern SPEC = Pattern.compile("[ \t]*(\\d*)-(\\d*)[ \t]*");

  /** Nothing is as long; a number that is longer means no other range. */
  int MOST_DIGITS = 18;

  static RangeRequest parse(String header, long total) {
    Matcher set = SET.matcher(header.strip());
    if (!set.matches()) {
      return new Whole();
    }
    String[] specs = set.group(1).split(",", -1);
    if (specs.length > MOST_RANGES) {
      return new Whole();
    }
    List<ByteRange> ranges = new ArrayList<>();
    boolean any = false;
    for (String spec : specs) {
      if (spec.isBlank()) {
        continue; // section 5.6.1.2: elements of a list may be empty
      }
      any = true;
      Matcher matcher = SPEC.matcher(spec);
      if (!matcher.matches() || !isValid(matcher.group(1), matcher.group(2))) {
        return new Whole();
      }
      if (total == 0 && matcher.group(1).isEmpty() && number(matcher.group(2)) > 0) {
        return new Whole(); // all of it, which no Content-Range could say
      }
      ByteRange range = range(matcher.group(1), matcher.group(2), total);
      if (range.length() > 0) {
        ranges.add(range);
      }
    }
    if (ranges.isEmpty()) {
      return any ? new Unsatisfiable() : new Whole();
    }
    // Ranges that overlap could be used to ask for far more than there is.
    long sum = ranges.stream().mapToLong(ByteRange::length).sum();
    return sum > total ? new Whole() : new Parts(ranges);
  }

  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=\\d)", "");
    return significant.length() > MOST_DIGITS ? Long.MAX_VALUE - 1 : Long.parseLong(significant);
  }

  private static boolean isValid(String first, String last) {
    if (first.isEmpty()) {
      return !last.isEmpty();
    }
    return last.isEmpty() || number(first) <= number(last);
  }

  private static ByteRange range(String first, String last, long total) {
    if (first.isEmpty()) {
      long length = Math.min(number(last), total);
      return new ByteRange(total - length, length);
    }
    long from = number(first);
    long end = last.isEmpty() ? total : Math.min(number(last) + 1, total);
    return new ByteRange(from, Math.max(0, end - from));
  }
}
