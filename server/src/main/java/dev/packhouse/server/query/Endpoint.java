package dev.packhouse.server.query;

/** What takes query parameters. */
public enum Endpoint {
  SEARCH("/search"),
  CATEGORIES("/categories");

  private final String path;

  Endpoint(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }
}
