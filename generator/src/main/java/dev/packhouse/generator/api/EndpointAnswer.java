package dev.packhouse.generator.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of answer of an endpoint.
 *
 * @param description one sentence
 * @param contents what the body may be; none where it is empty
 */
public record EndpointAnswer(int status, String description, List<Content> contents) {
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

  static final EndpointAnswer UNCHANGED =
      of(304, "What `If-None-Match` or `If-Modified-Since` names has not changed.");

  static final EndpointAnswer NO_VERSION = error(400, "The version is no semantic version.");

  static final EndpointAnswer NO_TEXT =
      error(503, "The registry was made by a release that had no search by text.");

  static final EndpointAnswer NO_RANGE = error(416, "No byte lies in `Range`.");

  static final List<EndpointAnswer> FEED =
      List.of(
          of(200, "The feed.", Content.bytes("application/atom+xml")),
          part(Content.bytes("application/atom+xml")),
          UNCHANGED,
          error(404, "There is no such feed."),
          NO_RANGE);

  public EndpointAnswer {
    contents = List.copyOf(contents);
  }

  static EndpointAnswer of(int status, String description, Content... contents) {
    return new EndpointAnswer(status, description, List.of(contents));
  }

  static EndpointAnswer json(AnswerBody body) {
    return of(200, "What was asked for.", Content.json(body));
  }

  /** Of several parts each has these media types, and the whole another. */
  static EndpointAnswer part(Content... contents) {
    List<Content> either =
        Stream.concat(List.of(contents).stream(), Stream.of(Content.bytes("multipart/byteranges")))
            .toList();
    return new EndpointAnswer(206, "The bytes that `Range` asks for.", either);
  }

  static EndpointAnswer error(int status, String description) {
    return of(status, description, new Content("text/plain", AnswerBody.LINE));
  }
}
