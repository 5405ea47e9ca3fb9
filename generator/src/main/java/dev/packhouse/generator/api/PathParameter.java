package dev.packhouse.generator.api;

/**
 * A part of a path that a client chooses.
 *
 * @param name as it stands in the path, without braces
 */
public record PathParameter(String name, String description, String example) {
  static final PathParameter NAME = new PathParameter("name", "Name of the package.", "nginx");

  static final PathParameter CATEGORY = new PathParameter("id", "Id of a category.", "security");

  static final PathParameter VERSION =
      new PathParameter("version", "A version as it is published, such as `2.0.0`.", "2.0.0");

  static final PathParameter REVISION =
      new PathParameter(
          "revision",
          "64 hexadecimal digits, as pages name files; they do not change what is answered.",
          "0".repeat(64));

  /** Whether a path has it. */
  boolean isIn(String path) {
    return path.contains("{" + name + "}");
  }
}
