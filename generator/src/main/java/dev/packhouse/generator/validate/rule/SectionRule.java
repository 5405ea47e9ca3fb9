package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sections have names of their own, and variables stand in sections that exist beside them. */
final class SectionRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (VarOwner owner : VarOwner.all(subject, findings)) {
      Set<String> names = new LinkedHashSet<>();
      owner.element().items("sections").forEach(it -> add(it, owner, names, findings));
      owner.vars().forEach(it -> checkVar(it, owner, names, findings));
    }
  }

  private static void add(Element section, VarOwner owner, Set<String> names, Findings findings) {
    String name = section.text("name").orElse("");
    if (!names.add(name)) {
      findings.error(
          "section.name.duplicate",
          section,
          "name",
          "There are two sections called " + name + " in " + owner.name() + ".",
          "Give one of them another name.");
    }
  }

  private static void checkVar(
      Element declared, VarOwner owner, Set<String> names, Findings findings) {
    String section = declared.text("section").orElse("");
    if (!section.isEmpty() && !names.contains(section)) {
      findings.error(
          "var.section.unknown",
          declared,
          "section",
          "Variable "
              + declared.text("name").orElse("")
              + " stands in section "
              + section
              + ", which "
              + owner.name()
              + " does not have.",
          findings.fix(section, names, "Add the section to sections beside vars."));
    }
  }
}
