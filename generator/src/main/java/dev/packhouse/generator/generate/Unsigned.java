package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import java.util.Optional;

/**
 * Finds packages without a signature where one is required. A folder has none, whatever lies beside
 * it: a signature is over the bytes of one zip.
 */
final class Unsigned {
  private Unsigned() {}

  static Optional<Finding> finding(RawPackage.Source source, Intake intake) {
    return intake.signed() ? finding(source) : Optional.empty();
  }

  private static Optional<Finding> finding(RawPackage.Source source) {
    return switch (source) {
      case RawPackage.Source.Folder folder ->
          Optional.of(
              missing(
                  folder,
                  "Signatures are required, and a folder has none.",
                  "Put the signed zip here, its signature beside it."));
      case RawPackage.Source.Zip(var _, var path, var signature) ->
          signature.isPresent()
              ? Optional.empty()
              : Optional.of(
                  missing(
                      source,
                      "Signatures are required, and this zip has none.",
                      "Put it beside the zip as " + path.getFileName() + ".sig."));
    };
  }

  private static Finding missing(RawPackage.Source source, String message, String fix) {
    return new Finding(
        Severity.ERROR,
        "package.signature.missing",
        source.display(),
        Optional.empty(),
        message,
        fix);
  }
}
