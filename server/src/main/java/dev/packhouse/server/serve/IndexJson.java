package dev.packhouse.server.serve;

/** What {@code /} answers. */
final class IndexJson {
  /** Clients may look at it, so the service keeps the name that EPR gave it. */
  private static final String SERVICE = "package-registry";

  private IndexJson() {}

  static byte[] of(String version) {
    return JsonText.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("service.name", SERVICE);
          json.writeStringProperty("service.version", version);
          json.writeEndObject();
        });
  }
}
