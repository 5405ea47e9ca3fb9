package dev.packhouse.generator.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * How an input gets its data, as records name it. The table is {@code
 * ingestion-methods.properties}.
 */
public final class IngestionMethods {
  private static final Properties TABLE = load();

  private IngestionMethods() {}

  public static Optional<String> of(String input) {
    return Optional.ofNullable(TABLE.getProperty(input));
  }

  private static Properties load() {
    Properties table = new Properties();
    try (InputStream in =
        IngestionMethods.class.getResourceAsStream("ingestion-methods.properties")) {
      if (in == null) {
        throw new IllegalStateException("ingestion-methods.properties is not in the jar");
      }
      table.load(in);
      return table;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
