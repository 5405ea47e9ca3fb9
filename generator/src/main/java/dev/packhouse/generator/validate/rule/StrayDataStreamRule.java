package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.spec.PackageType;

/**
 * An input package may hold further files, but what looks like a data stream is read as one, so it
 * needs a manifest.
 */
final class StrayDataStreamRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    for (String name : subject.dataStreams()) {
      String manifest = SpecSubject.dataStream(name) + "/" + RawPackage.MANIFEST;
      if (!subject.raw().files().containsKey(manifest)) {
        findings.error(
            "file.name.missing",
            manifest,
            "The file does not exist.",
            "Remove the folder: an input package has no data streams. Or write the manifest.");
      }
    }
  }
}
