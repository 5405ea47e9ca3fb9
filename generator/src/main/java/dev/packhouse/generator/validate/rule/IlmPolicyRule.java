package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.Optional;

/** A data stream that names a lifecycle policy brings it along. */
final class IlmPolicyRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("2.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (String name : subject.dataStreams()) {
      Optional<Element> manifest = subject.dataStreamManifest(name, findings);
      Optional<Element> policy =
          manifest
              .flatMap(it -> it.find("ilm_policy"))
              .filter(it -> it.text().filter(text -> !text.isEmpty()).isPresent());
      if (policy.isPresent()) {
        String type = manifest.get().text("type").orElse("");
        check(
            subject, name, type + "-" + subject.name() + "." + name + "-", policy.get(), findings);
      }
    }
  }

  private static void check(
      SpecSubject subject, String stream, String prefix, Element policy, Findings findings) {
    String text = policy.text().orElse("");
    if (!text.startsWith(prefix)) {
      findings.error(
          "data_stream.ilm_policy.invalid",
          policy,
          "The name " + text + " of the lifecycle policy does not begin with " + prefix + ".",
          "Write " + prefix + " and the name of a file in elasticsearch/ilm, without .json.");
      return;
    }
    String folder = SpecSubject.dataStream(stream) + "/elasticsearch/ilm";
    String file = text.substring(prefix.length()) + ".json";
    if (!subject.raw().files().containsKey(folder + "/" + file)) {
      findings.error(
          "data_stream.ilm_policy.missing",
          policy,
          "The lifecycle policy "
              + text
              + " should be in "
              + folder
              + "/"
              + file
              + ", and there is no such file.",
          findings
              .near(file, subject.filesIn(folder))
              .map(near -> "There is " + near + "; correct one of the two names.")
              .orElse("Add the file, or remove ilm_policy."));
    }
  }
}
