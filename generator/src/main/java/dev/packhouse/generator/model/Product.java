package dev.packhouse.generator.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which program this is. Its version has one place, the root {@code pom.xml}. */
public final class Product {
  /** What {@code /} answers as {@code service.name}: clients of registries know it by this name. */
  public static final String SERVICE_NAME = "package-registry";

  private static final String VERSION = readVersion();

  private Product() {}

  public static String version() {
    return VERSION;
  }

  /** The body of {@code /}. */
  public static String index() {
    return "{\"service.name\":\"" + SERVICE_NAME + "\",\"service.version\":\"" + VERSION + "\"}";
  }

  private static String readVersion() {
    try (InputStream in = Product.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("version.txt is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
