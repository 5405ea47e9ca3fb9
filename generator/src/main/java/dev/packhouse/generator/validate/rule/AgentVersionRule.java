package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.VersionConstraint;
import java.util.Optional;

/** The agents that a package works with are given as a constraint on versions. */
final class AgentVersionRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    Optional<Element> condition =
        subject
            .condition("agent", "version")
            .filter(it -> it.text().filter(text -> !text.isEmpty()).isPresent());
    if (condition.isPresent()
        && VersionConstraint.parse(condition.get().text().orElse(""))
            instanceof ParseResult.Rejected<VersionConstraint>(String reason)) {
      findings.error(
          "manifest.agent_version.invalid",
          condition.get(),
          "The agent condition is no constraint on versions: " + reason + ".",
          "Write one such as ^8.13.0 || ^9.0.0.");
    }
  }
}
