package dev.packhouse.generator.api;

import dev.packhouse.generator.api.EndpointAnswer.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An endpoint as a page of documentation shows it: all texts are ready to be read. Sentences are
 * Markdown with nothing but code spans in them.
 *
 * @param id tells it from the others: letters and hyphens
 * @param paths the usual one first
 * @param parameters those of the path, then those of the query in the order in which mistakes are
 *     answered for
 * @param example a request target
 */
public record EndpointReference(
    String id,
    List<String> paths,
    String summary,
    List<ParameterReference> parameters,
    List<AnswerReference> answers,
    String example) {
  /**
   * A parameter.
   *
   * @param kind what a value is
   * @param fallback what holds where none is given; empty where there is none
   */
  public record ParameterReference(
      String name,
      boolean inPath,
      String kind,
      String fallback,
      String description,
      String example) {}

  /**
   * An answer.
   *
   * @param mediaTypes none where the body is empty
   * @param body nothing where it is no JSON of known keys
   */
  public record AnswerReference(
      int status, List<String> mediaTypes, String description, Optional<BodyReference> body) {
    public AnswerReference {
      mediaTypes = List.copyOf(mediaTypes);
    }
  }

  public EndpointReference {
    paths = List.copyOf(paths);
    parameters = List.copyOf(parameters);
    answers = List.copyOf(answers);
  }

  /** Whether the example holds for any registry, whatever its packages are called. */
  public boolean isExampleForAll() {
    return parameters.stream().noneMatch(ParameterReference::inPath);
  }

  /** All of the interface, in the order of the table. */
  public static List<EndpointReference> all() {
    return Arrays.stream(Endpoint.values()).map(EndpointReference::of).toList();
  }

  private static EndpointReference of(Endpoint endpoint) {
    return new EndpointReference(
        endpoint.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        endpoint.paths(),
        endpoint.summary(),
        Stream.concat(
                endpoint.pathParameters().stream().map(EndpointReference::of),
                endpoint.queryParameters().stream().map(EndpointReference::of))
            .toList(),
        endpoint.answers().stream().map(EndpointReference::of).toList(),
        endpoint.example());
  }

  private static ParameterReference of(PathParameter parameter) {
    return new ParameterReference(
        parameter.name(),
        /* inPath= */ true,
        new ValueKind.Text().label(),
        "",
        parameter.description(),
        parameter.example());
  }

  private static ParameterReference of(QueryParameter parameter) {
    return new ParameterReference(
        parameter.name(),
        /* inPath= */ false,
        parameter.kind().label(),
        parameter.fallback().orElse(""),
        parameter.description(),
        parameter.example());
  }

  private static AnswerReference of(EndpointAnswer answer) {
    return new AnswerReference(
        answer.status(),
        answer.contents().stream().map(Content::mediaType).toList(),
        answer.description(),
        answer.contents().stream()
            .flatMap(content -> BodyReference.of(content.body()).stream())
            .findFirst());
  }
}
