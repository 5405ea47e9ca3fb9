package dev.packhouse.server.serve;

import dev.packhouse.server.query.Cursor;
import dev.packhouse.server.query.PercentEncoding;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where an answer goes on: RFC 8288, beside the address that was asked for. */
final class NextPage {
  private static final String CURSOR = "cursor=";

  private NextPage() {}

  /**
   * @param rawQuery of this page
   */
  static Header link(String rawQuery, Cursor next) {
    String others =
        Stream.of(rawQuery.split("&"))
            .filter(pair -> !pair.startsWith(CURSOR))
            .collect(Collectors.joining("&"));
    String query = PercentEncoding.encodeRawQuery(others).replace("<", "%3C").replace(">", "%3E");
    return new Header("Link", "<?" + query + "&" + CURSOR + next.text() + ">; rel=\"next\"");
  }
}
