package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.Optional;

/** A data stream that sends documents elsewhere says which dataset its own ones belong to. */
final class RoutingDatasetRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("2.9.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (String name : subject.dataStreams()) {
      Optional<Element> manifest = subject.dataStreamManifest(name, findings);
      if (manifest.isPresent()
          && manifest.get().text("dataset").orElse("").isEmpty()
          && hasRules(subject, name, findings)) {
        findings.error(
            "data_stream.dataset.missing",
            manifest.get(),
            "dataset",
            "Data stream " + name + " has routing rules, but its manifest names no dataset.",
            "Add dataset: "
                + subject.name()
                + "."
                + name
                + " to "
                + SpecSubject.dataStream(name)
                + "/"
                + RawPackage.MANIFEST
                + ".");
      }
    }
  }

  private static boolean hasRules(SpecSubject subject, String dataStream, Findings findings)
      throws IOException {
    return subject
        .read(SpecSubject.dataStream(dataStream) + "/routing_rules.yml", findings)
        .filter(rules -> !rules.items().isEmpty())
        .isPresent();
  }
}
