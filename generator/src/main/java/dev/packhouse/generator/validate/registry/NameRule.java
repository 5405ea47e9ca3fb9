package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.regex.Pattern;

/** A package has a name that can stand in paths and addresses. */
final class NameRule implements Rule {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

  @Override
  public void check(Subject subject, Findings findings) {
    String name = text(subject.record(), "name");
    if (name.isEmpty()) {
      new Required(subject, findings)
          .text(RawPackage.MANIFEST, subject.record(), "name", "manifest.name");
    } else if (!NAME.matcher(name).matches()) {
      findings.error(
          "manifest.name.invalid",
          RawPackage.MANIFEST,
          subject.places().of(subject.record(), "name"),
          "The name " + name + " has other characters than a-z, 0-9 and _.",
          "Use lower-case letters, digits and underscores: addresses are made of the name.");
    }
  }
}
