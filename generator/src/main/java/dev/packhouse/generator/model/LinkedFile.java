package dev.packhouse.generator.model;

/** What a file of a package leads to, which is itself unless it is a link. */
public sealed interface LinkedFile {
  /** Ending of the name of a file that stands for another one. */
  String ENDING = ".link";

  /** Whether a file is a link, going by its name. */
  static boolean isLink(String path) {
    return path.endsWith(ENDING);
  }

  /** The name without what makes it a link. */
  static String withoutEnding(String path) {
    return isLink(path) ? path.substring(0, path.length() - ENDING.length()) : path;
  }

  /**
   * The file that holds the content. The path of a target starts with {@code ..} where it lies
   * outside of the package.
   */
  record Found(PackageFile file) implements LinkedFile {}

  /** A link that leads to nothing that may be read, and why. */
  record Broken(Finding finding) implements LinkedFile {}
}
