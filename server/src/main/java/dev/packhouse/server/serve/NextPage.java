package dev.packhouse.server.serve;

import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.server.query.PercentEncoding;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where an answer goes on: RFC 8288, relative to the address that was asked for. */
final class NextPage {
  private NextPage() {}

  /**
   * @param rawQuery of this page
   * @param parameter that says where a page begins
   * @param value that it has for the next page; needs no encoding
   */
  static Header link(String rawQuery, QueryParameter parameter, String value) {
    String next = parameter.name() + "=";
    String query =
        Stream.concat(
                Stream.of(rawQuery.split("&"))
                    .filter(pair -> !pair.isEmpty() && !pair.startsWith(next))
                    .map(PercentEncoding::encodeRawQuery)
                    .map(pair -> pair.replace("<", "%3C").replace(">", "%3E")),
                Stream.of(next + value))
            .collect(Collectors.joining("&"));
    return new Header("Link", "<?" + query + ">; rel=\"next\"");
  }
}
