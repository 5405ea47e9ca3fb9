package dev.packhouse.generator.api;

import java.util.Optional;
import java.util.Set;

/**
 * A query parameter.
 *
 * @param endpoints where it is looked at; elsewhere it counts as unknown
 * @param fallback the value that holds where none is given; empty where there is none
 * @param description one sentence, in Markdown with nothing but code spans in it
 * @param example a value
 */
public record QueryParameter(
    String name,
    Set<Endpoint> endpoints,
    ValueKind kind,
    Optional<String> fallback,
    String description,
    String example) {
  public QueryParameter {
    endpoints = Set.copyOf(endpoints);
  }
}
