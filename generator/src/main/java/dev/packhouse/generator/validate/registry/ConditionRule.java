package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.object;
import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.VersionConstraint;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A condition on Kibana or the agent, where there is one, says which versions it admits. */
final class ConditionRule implements Rule {
  private static final String FIX =
      "Write one such as ^8.12.0 or \"^8.12.0 || ^9.0.0\", or leave the condition out.";

  @Override
  public void check(Subject subject, Findings findings) {
    check(subject, findings, "kibana");
    check(subject, findings, "agent");
  }

  private static void check(Subject subject, Findings findings, String product) {
    Optional<ObjectNode> condition =
        object(subject.record(), "conditions")
            .flatMap(conditions -> object(conditions, product))
            .filter(conditions -> !subject.places().isRefused(conditions, "version"));
    if (condition.isEmpty()) {
      return;
    }
    Place place = subject.places().of(condition.get(), "version");
    String constraint = text(condition.get(), "version");
    if (constraint.isEmpty()) {
      findings.error(
          "manifest." + product + "_version.missing",
          RawPackage.MANIFEST,
          place,
          "conditions." + product + " has no version.",
          FIX);
      return;
    }
    if (VersionConstraint.parse(constraint)
        instanceof ParseResult.Rejected<VersionConstraint>(String reason)) {
      findings.error(
          "manifest." + product + "_version.invalid",
          RawPackage.MANIFEST,
          place,
          "conditions." + product + ".version is no version constraint: " + reason + ".",
          FIX);
    }
  }
}
