package dev.packhouse.generator.api;

import static java.util.stream.Collectors.joining;

import dev.packhouse.generator.model.RecordKey;
import dev.packhouse.generator.model.RecordShapes;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of answer of an endpoint.
 *
 * @param description one sentence
 * @param contents what the body may be; none where it is empty
 * @param headers beside those that every answer may have
 */
public record EndpointAnswer(
    int status, String description, List<Content> contents, List<AnswerHeader> headers) {
  /**
   * What a body may be.
   *
   * @param mediaType without parameters; may be {@code *}{@code /*}
   */
  public record Content(String mediaType, AnswerBody body) {
    static final Content ANY = bytes("*/*");

    static Content json(AnswerBody body) {
      return new Content("application/json", body);
    }

    static Content bytes(String mediaType) {
      return new Content(mediaType, AnswerBody.BYTES);
    }
  }

  static final EndpointAnswer FOUND =
      json(
              AnswerBody.SEARCH_RECORDS,
              "What was asked for; without `fields` each record has at least "
                  + RecordShapes.SHORT.keys().stream()
                      .filter(key -> key.presence() == RecordKey.Presence.ALWAYS)
                      .map(key -> "`" + key.name() + "`")
                      .collect(joining(", "))
                  + ".")
          .with(AnswerHeader.LINK);

  static final EndpointAnswer UNCHANGED =
      of(304, "What `If-None-Match` or `If-Modified-Since` names has not changed.");

  static final EndpointAnswer NO_VERSION = error(400, "The version is no semantic version.");

  static final EndpointAnswer NO_TEXT =
      error(
          503,
          "The registry was made by a release that had no search by text, it is still being"
              + " generated, or too many answers are under way.");

  static final EndpointAnswer NOT_YET =
      error(503, "The registry is still being generated, or too many answers are under way.");

  static final EndpointAnswer NO_RANGE = error(416, "No byte lies in `Range`.");

  static final List<EndpointAnswer> FEED =
      List.of(
          of(200, "The feed.", Content.bytes("application/atom+xml")),
          part(Content.bytes("application/atom+xml")),
          UNCHANGED,
          error(404, "There is no such feed."),
          NO_RANGE,
          NOT_YET);

  public EndpointAnswer {
    contents = List.copyOf(contents);
    headers = List.copyOf(headers);
  }

  static EndpointAnswer of(int status, String description, Content... contents) {
    return new EndpointAnswer(status, description, List.of(contents), List.of());
  }

  /** It leads elsewhere. */
  static EndpointAnswer moved(int status, String description) {
    return of(status, description).with(AnswerHeader.LOCATION);
  }

  /** The same with one more header. */
  EndpointAnswer with(AnswerHeader header) {
    List<AnswerHeader> more = Stream.concat(headers.stream(), Stream.of(header)).toList();
    return new EndpointAnswer(status, description, contents, more);
  }

  static EndpointAnswer json(AnswerBody body) {
    return json(body, "What was asked for.");
  }

  static EndpointAnswer json(AnswerBody body, String description) {
    return of(200, description, Content.json(body));
  }

  /** Of several parts each has these media types, and the whole another. */
  static EndpointAnswer part(Content... contents) {
    List<Content> either =
        Stream.concat(List.of(contents).stream(), Stream.of(Content.bytes("multipart/byteranges")))
            .toList();
    return new EndpointAnswer(206, "The bytes that `Range` asks for.", either, List.of());
  }

  static EndpointAnswer error(int status, String description) {
    return of(status, description, new Content("text/plain", AnswerBody.LINE));
  }
}
