package dev.packhouse.server.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request of HTTP/1 ends: RFC 9112, section 6. What programs on its way could read in
 * another way than Helidon does would let one request hide another.
 */
final class RequestFraming {
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private RequestFraming() {}

  static boolean isAmbiguous(Headers headers) {
    if (!headers.contains(HeaderNames.CONTENT_LENGTH)
        && !headers.contains(HeaderNames.TRANSFER_ENCODING)) {
      return false; // as nearly all are
    }
    List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
    if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
      List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
      return !lengths.isEmpty() || !codings.equals(List.of("chunked"));
    }
    return lengths.size() > 1 || !lengths.stream().allMatch(LENGTH.asMatchPredicate());
  }

  /**
   * Whether the body is only sent once it is asked for, which it never is: RFC 9110, section
   * 10.1.1.
   */
  static boolean waitsForContinue(Headers headers) {
    return headers.contains(HeaderNames.EXPECT);
  }
}
