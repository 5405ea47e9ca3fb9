package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.object;
import static dev.packhouse.generator.model.Trees.objects;
import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Releases are words that clients know. */
final class ReleaseRule implements Rule {
  private static final List<String> RELEASES = List.of("experimental", "beta", "ga");
  private static final List<String> AGENTLESS_RELEASES = List.of("beta", "ga");

  @Override
  public void check(Subject subject, Findings findings) {
    check(subject, findings, RawPackage.MANIFEST, "manifest.release", subject.record(), RELEASES);
    for (Subject.DataStream stream : subject.dataStreams()) {
      // One that names none has the package's.
      if (!text(stream.record(), "release").equals(text(subject.record(), "release"))) {
        check(
            subject, findings, stream.manifest(), "data_stream.release", stream.record(), RELEASES);
      }
    }
    for (ObjectNode template : objects(subject.record(), "policy_templates")) {
      object(template, "deployment_modes")
          .flatMap(modes -> object(modes, "agentless"))
          .filter(agentless -> !text(agentless, "release").isEmpty())
          .ifPresent(
              agentless ->
                  check(
                      subject,
                      findings,
                      RawPackage.MANIFEST,
                      "policy_template.agentless_release",
                      agentless,
                      AGENTLESS_RELEASES));
    }
  }

  private static void check(
      Subject subject,
      Findings findings,
      String file,
      String name,
      ObjectNode object,
      List<String> known) {
    String release = text(object, "release");
    if (!known.contains(release)) {
      findings.error(
          name + ".invalid",
          file,
          subject.places().of(object, "release"),
          "The release " + release + " is none of " + String.join(", ", known) + ".",
          "Use one of them, or leave the key out.");
    }
  }
}
