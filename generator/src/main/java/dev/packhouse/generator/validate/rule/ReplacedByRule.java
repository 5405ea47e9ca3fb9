package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.Optional;

/** What takes the place of something deprecated is of the same kind: an input for an input. */
final class ReplacedByRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    check(subject.manifest(), "package", findings);
    for (Element template : subject.policyTemplates()) {
      check(template, "policy_template", findings);
      template.items("inputs").forEach(input -> check(input, "input", findings));
    }
    for (Element manifest : subject.dataStreamManifests(findings)) {
      check(manifest, "data_stream", findings);
      for (VarOwner stream : VarOwner.ofDataStream(manifest)) {
        stream.vars().forEach(it -> check(it, "variable", findings));
      }
    }
  }

  private static void check(Element part, String key, Findings findings) {
    Optional<Element> replaced = part.find("deprecated", "replaced_by");
    if (replaced.isPresent() && replaced.get().text(key).orElse("").isEmpty()) {
      findings.error(
          "deprecated.replaced_by.missing",
          replaced.get(),
          key,
          "What takes the place of a deprecated "
              + key.replace('_', ' ')
              + " has no key "
              + key
              + ".",
          "Write " + key + ": and its name.");
    }
  }
}
