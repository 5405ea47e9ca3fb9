package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field that is declared elsewhere names one of the package's dependencies for building. */
final class ExternalFieldRule implements SpecRule {
  private static final String BUILD = "_dev/build/build.yml";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    List<Field> external = subject.fields(findings).stream().filter(Field::isExternal).toList();
    Set<String> dependencies = dependencies(subject, findings);
    for (Field field : external) {
      String source = field.text("external");
      if (!dependencies.contains(source)) {
        findings.error(
            "field.external.unknown",
            field.element(),
            "external",
            "Field "
                + field.name()
                + " is declared in "
                + source
                + ", which "
                + BUILD
                + " does not have as a dependency.",
            findings.fix(
                source, dependencies, "Add " + source + " to dependencies in " + BUILD + "."));
      }
    }
  }

  private static Set<String> dependencies(SpecSubject subject, Findings findings)
      throws IOException {
    Optional<Element> listed =
        subject.read(BUILD, findings).flatMap(build -> build.find("dependencies"));
    return listed.isPresent() && listed.get().value() instanceof Value.Mapping mapping
        ? mapping.entries().keySet()
        : Set.of();
  }
}
