package dev.packhouse.server.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an answer of a representation and what the client says about it: coding, conditions, then
 * ranges.
 */
final class Negotiation {
  private static final Header VARY = new Header("Vary", "Accept-Encoding");

  /** Scripts of other origins see no such header by themselves. */
  private static final Header LINK_FOR_SCRIPTS =
      new Header("Access-Control-Expose-Headers", "Link");

  private final Gzip gzip;

  Negotiation(Gzip gzip) {
    this.gzip = gzip;
  }

  Answer answer(Request request, Representation whole) throws IOException {
    boolean coded = isCoded(request, whole);
    EntityTag tag = coded ? whole.tag().coded("gzip") : whole.tag();
    Conditions conditions = new Conditions(request, tag, whole.lastModified());
    return switch (conditions.verdict()) {
      case PRECONDITION_FAILED -> Answer.error(ErrorCode.PRECONDITION_FAILED);
      case NOT_MODIFIED -> Answer.of(304, validators(whole, tag), Body.EMPTY);
      case PROCEED -> {
        if (coded) {
          yield coded(whole, tag);
        }
        yield whole.body() instanceof FileBody file && request.isGet() && conditions.rangeApplies()
            ? ranged(request, whole, file)
            : plain(whole);
      }
    };
  }

  /** A range is a range of the plain form, so that parts of one file always fit together. */
  private static boolean isCoded(Request request, Representation whole) {
    boolean ranged = request.isGet() && whole.hasRanges() && request.header("Range").isPresent();
    return !ranged
        && Gzip.isWorthwhile(whole.type(), whole.body().length())
        && request.header("Accept-Encoding").map(AcceptEncoding::admitsGzip).orElse(false);
  }

  private Answer coded(Representation whole, EntityTag tag) throws IOException {
    List<Header> headers = validators(whole, tag);
    headers.add(new Header("Content-Type", whole.type().text()));
    headers.add(new Header("Content-Encoding", "gzip"));
    return Answer.of(200, headers, gzip.encode(whole.body(), whole.tag()));
  }

  private static Answer plain(Representation whole) {
    List<Header> headers = validators(whole, whole.tag());
    headers.add(new Header("Content-Type", whole.type().text()));
    return Answer.of(200, headers, whole.body());
  }

  private static Answer ranged(Request request, Representation whole, FileBody file) {
    RangeRequest ranges =
        request
            .header("Range")
            .map(header -> RangeRequest.parse(header, file.length()))
            .orElseGet(RangeRequest.Whole::new);
    return switch (ranges) {
      case RangeRequest.Whole() -> plain(whole);
      case RangeRequest.Unsatisfiable() ->
          Answer.error(
              ErrorCode.NO_SUCH_RANGE, new Header("Content-Range", "bytes */" + file.length()));
      case RangeRequest.Parts(List<ByteRange> parts) when parts.size() == 1 ->
          onePart(whole, file, parts.getFirst());
      case RangeRequest.Parts(List<ByteRange> parts) -> manyParts(whole, file, parts);
    };
  }

  private static Answer onePart(Representation whole, FileBody file, ByteRange range) {
    List<Header> headers = validators(whole, whole.tag());
    headers.add(new Header("Content-Type", whole.type().text()));
    headers.add(new Header("Content-Range", range.contentRange(file.length())));
    return Answer.of(206, headers, file.slice(range));
  }

  private static Answer manyParts(Representation whole, FileBody file, List<ByteRange> ranges) {
    // No file holds its own hash, so the tag makes a boundary that does not occur in it.
    String boundary = "part-" + whole.tag().text().replace("\"", "");
    List<Header> headers = validators(whole, whole.tag());
    headers.add(new Header("Content-Type", "multipart/byteranges; boundary=" + boundary));
    return Answer.of(206, headers, Multipart.of(file, ranges, whole.type(), boundary));
  }

  /** What an answer and the 304 instead of it have in common: RFC 9110, section 15.4.5. */
  private static List<Header> validators(Representation whole, EntityTag tag) {
    List<Header> headers = new ArrayList<>(CacheHeaders.publicFor(whole.maxAge()));
    headers.add(new Header("ETag", tag.text()));
    whole
        .lastModified()
        .ifPresent(time -> headers.add(new Header("Last-Modified", HttpDate.format(time))));
    if (whole.link().isPresent()) {
      headers.add(whole.link().get());
      headers.add(LINK_FOR_SCRIPTS);
    }
    if (whole.hasRanges()) {
      headers.add(new Header("Accept-Ranges", "bytes"));
    }
    if (whole.type().compressible()) {
      headers.add(VARY);
    }
    whole.type().policy().header().ifPresent(headers::add);
    return headers;
  }
}
