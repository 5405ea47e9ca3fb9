package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.GoBoolean;
import java.io.IOException;
import java.util.Optional;

/** Fields that are computed when they are read need a Kibana that can set them up. */
final class RuntimeFieldRule implements SpecRule {
  private static final String LOWEST = "8.10.0";

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    KibanaCondition condition = KibanaCondition.of(subject);
    if (condition.startsAt(LOWEST)) {
      return;
    }
    Optional<Field> runtime =
        subject.fields(findings).stream().filter(RuntimeFieldRule::isRuntime).findFirst();
    if (runtime.isPresent()) {
      Element field = runtime.get().element();
      findings.error(
          "field.kibana_version.low",
          condition.element(),
          "Runtime fields need Kibana "
              + LOWEST
              + " or later, and "
              + field.name()
              + " in "
              + field.file()
              + ", line "
              + field.placeOf("runtime").line()
              + ", is one.",
          KibanaCondition.fix(LOWEST));
    }
  }

  /** A script makes a runtime field, too; whatever is no word for false is one. */
  private static boolean isRuntime(Field field) {
    return field
        .element()
        .find("runtime")
        .map(it -> it.text().flatMap(GoBoolean::parse).orElse(true))
        .orElse(false);
  }
}
