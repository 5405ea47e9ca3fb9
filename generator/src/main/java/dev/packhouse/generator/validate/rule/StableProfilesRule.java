package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.Optional;

/** Profiles may still change, so packages that promise stability cannot hold any. */
final class StableProfilesRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    if (subject.isStable()) {
      for (Element manifest : subject.dataStreamManifests(findings)) {
        if (manifest.text("type").equals(Optional.of("profiles"))) {
          findings.error(
              "data_stream.type.preview",
              manifest,
              "type",
              "Profiles are a preview, and version "
                  + subject.version().text()
                  + " of the package promises to be stable.",
              "Remove the data stream, or give the package a version such as 0.9.0.");
        }
      }
    }
  }
}
