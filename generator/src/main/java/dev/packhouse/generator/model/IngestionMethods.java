package dev.packhouse.generator.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an input gets its data, as records name it. The table is {@code
 * ingestion-methods.properties}.
 */
public final class IngestionMethods {
  private static final Map<String, String> TABLE =
      JarText.read("ingestion-methods.properties")
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("=", 2))
          .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));

  private IngestionMethods() {}

  public static Optional<String> of(String input) {
    return Optional.ofNullable(TABLE.get(input));
  }
}
