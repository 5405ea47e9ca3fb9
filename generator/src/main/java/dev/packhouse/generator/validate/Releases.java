package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;

/** The release that a version stands for when the manifest names none. */
final class Releases {
  private Releases() {}

  static String byVersion(String version) {
    return switch (SemanticVersion.parseStrict(version)) {
      case ParseResult.Parsed(SemanticVersion parsed) ->
          parsed.major() == 0 || parsed.hasPrerelease() ? "beta" : "ga";
      // A rule refuses the version.
      case ParseResult.Rejected(var _) -> "ga";
    };
  }
}
