package dev.packhouse.generator.model;

/** Which program this is. Its version has one place, the root {@code pom.xml}. */
public final class Product {
  /** What {@code /} answers as {@code service.name}: clients of registries know it by this name. */
  public static final String SERVICE_NAME = "package-registry";

  private static final String VERSION = JarText.read("version.txt").strip();

  private Product() {}

  public static String version() {
    return VERSION;
  }

  /** The body of {@code /}. */
  public static String index() {
    return "{\"service.name\":\"" + SERVICE_NAME + "\",\"service.version\":\"" + VERSION + "\"}";
  }
}
