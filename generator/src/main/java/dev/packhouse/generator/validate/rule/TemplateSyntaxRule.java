package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import dev.packhouse.generator.validate.text.TemplateSyntax;
import java.io.IOException;
import java.util.Optional;

/** What the agent's settings are made of is a Handlebars template. */
final class TemplateSyntaxRule implements SpecRule {
  private static final String TEMPLATES =
      "(?:agent/input|data_stream/[^/]+/agent/stream)/[^/]*\\.(?:hbs|link)";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (String file : subject.filesMatching(TEMPLATES)) {
      Optional<TemplateSyntax.Problem> problem =
          subject.text(file, findings).flatMap(TemplateSyntax::problem);
      if (problem.isPresent()) {
        findings.error(
            "template.syntax",
            file,
            problem.get().place(),
            "This is no Handlebars template: " + problem.get().problem() + ".",
            "Correct the braces or words here, or just before this place.");
      }
    }
  }
}
