package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one of several groups of variables must be set, each variable exists and is optional. */
final class RequiredVarRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Map<String, Element> ofPackage = byName(subject.manifest());
    Map<String, Map<String, Element>> ofInputs = new HashMap<>();
    for (Element template : subject.policyTemplates()) {
      Map<String, Element> ofTemplate = byName(template);
      for (Element input : template.items("inputs")) {
        Map<String, Element> ofInput = byName(input);
        // Of several inputs of one type a stream belongs to the first one.
        ofInputs.putIfAbsent(input.text("type").orElse(""), ofInput);
        check(input, new VarScopes(List.of(ofPackage, ofTemplate, ofInput)), findings);
      }
    }
    for (Element manifest : subject.dataStreamManifests(findings)) {
      for (Element stream : manifest.items("streams")) {
        Map<String, Element> ofInput =
            ofInputs.getOrDefault(stream.text("input").orElse(""), Map.of());
        check(stream, new VarScopes(List.of(byName(stream), ofPackage, ofInput)), findings);
      }
    }
  }

  /** Of several with one name the first one counts. */
  private static Map<String, Element> byName(Element owner) {
    Map<String, Element> byName = new LinkedHashMap<>();
    owner.items("vars").forEach(it -> byName.putIfAbsent(it.text("name").orElse(""), it));
    return byName;
  }

  /** Checks a part of a manifest with the variables that it may name. */
  private static void check(Element part, VarScopes scopes, Findings findings) {
    Optional<Element> groups = part.find("required_vars");
    if (groups.isPresent() && groups.get().value() instanceof Value.Mapping mapping) {
      for (String group : mapping.entries().keySet()) {
        groups.get().items(group).forEach(named -> checkNamed(group, named, scopes, findings));
      }
    }
  }

  private static void checkNamed(String group, Element named, VarScopes scopes, Findings findings) {
    String name = named.text("name").orElse("");
    if (name.isEmpty()) {
      return;
    }
    Optional<Element> declared = scopes.find(name);
    if (declared.isEmpty()) {
      findings.error(
          "required_vars.name.unknown",
          named,
          "name",
          "There is no variable "
              + name
              + ", which the group "
              + group
              + " of required_vars names.",
          findings.fix(name, scopes.names(), "Declare it in vars, or take it out of the group."));
    } else if (declared.get().isTrue("required")) {
      findings.error(
          "required_vars.name.conflict",
          named,
          "name",
          "Variable "
              + name
              + " is always required, so the group "
              + group
              + " of required_vars cannot leave the choice.",
          "Take it out of the group, or take required: true from the variable.");
    }
  }
}
