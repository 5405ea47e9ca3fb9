package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups of variables and their options have names of their own, and hold variables that exist. */
final class VarGroupRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    List<Element> ofAll =
        VarOwner.ofPackage(subject).stream().flatMap(owner -> owner.vars().stream()).toList();
    check(subject.manifest(), new VarScopes(List.of(byName(ofAll))), findings);
    Map<String, Element> ofPackage = byName(subject.manifest().items("vars"));
    for (Element manifest : subject.dataStreamManifests(findings)) {
      for (Element stream : manifest.items("streams")) {
        check(stream, new VarScopes(List.of(byName(stream.items("vars")), ofPackage)), findings);
      }
    }
  }

  /** Of several with one name the last one counts. */
  private static Map<String, Element> byName(List<Element> vars) {
    Map<String, Element> byName = new HashMap<>();
    vars.forEach(it -> byName.put(it.text("name").orElse(""), it));
    return byName;
  }

  /** Checks a part of a manifest with the variables that it may name. */
  private static void check(Element owner, VarScopes scopes, Findings findings) {
    Set<String> groups = new HashSet<>();
    for (Element group : owner.items("var_groups")) {
      String name = group.text("name").orElse("");
      if (!groups.add(name)) {
        findings.error(
            "var_group.name.duplicate",
            group,
            "name",
            "There are two groups of variables called " + name + ".",
            "Give one of them another name.");
      }
      checkOptions(group, name, scopes, findings);
    }
  }

  private static void checkOptions(
      Element group, String name, VarScopes scopes, Findings findings) {
    Set<String> options = new HashSet<>();
    for (Element option : group.items("options")) {
      String text = option.text("name").orElse("");
      if (!options.add(text)) {
        findings.error(
            "var_group.option.duplicate",
            option,
            "name",
            "The group " + name + " has two options called " + text + ".",
            "Give one of them another name.");
      }
      option.items("vars").forEach(it -> checkVar(name, it, scopes, findings));
    }
  }

  private static void checkVar(String group, Element named, VarScopes scopes, Findings findings) {
    String name = named.text().orElse("");
    Optional<Element> declared = scopes.find(name);
    if (declared.isEmpty()) {
      findings.error(
          "var_group.var.unknown",
          named,
          "There is no variable " + name + ", which the group " + group + " names.",
          findings.fix(name, scopes.names(), "Declare it in vars, or take it out of the group."));
    } else if (declared.get().isTrue("required")) {
      findings.error(
          "var_group.var.conflict",
          declared.get(),
          "required",
          "Variable "
              + name
              + " is always required, but the group "
              + group
              + " asks for it only where its option is chosen.",
          "Remove required: true; the group says whether the variable is needed.");
    }
  }
}
