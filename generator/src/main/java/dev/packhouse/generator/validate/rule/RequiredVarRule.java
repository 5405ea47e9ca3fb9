package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.ArrayList;
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
    List<Element> ofPackage = subject.manifest().items("vars");
    for (Element template : subject.policyTemplates()) {
      List<Element> ofTemplate = template.items("vars");
      for (Element input : template.items("inputs")) {
        check(input, join(ofPackage, ofTemplate, input.items("vars")), findings);
      }
    }
    for (Element manifest : subject.dataStreamManifests(findings)) {
      for (Element stream : manifest.items("streams")) {
        List<Element> ofInput = varsOfInput(subject, stream.text("input").orElse(""));
        check(stream, join(stream.items("vars"), ofPackage, ofInput), findings);
      }
    }
  }

  /** Those of the first input of the type. */
  private static List<Element> varsOfInput(SpecSubject subject, String type) {
    return subject.policyTemplates().stream()
        .flatMap(template -> template.items("inputs").stream())
        .filter(input -> input.text("type").orElse("").equals(type))
        .findFirst()
        .map(input -> input.items("vars"))
        .orElse(List.of());
  }

  @SafeVarargs
  private static List<Element> join(List<Element>... lists) {
    List<Element> all = new ArrayList<>();
    for (List<Element> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  private static void check(Element part, List<Element> vars, Findings findings) {
    Optional<Element> groups = part.find("required_vars");
    if (groups.isPresent() && groups.get().value() instanceof Value.Mapping mapping) {
      Map<String, Element> byName = byName(vars);
      for (String group : mapping.entries().keySet()) {
        groups.get().items(group).forEach(named -> checkNamed(group, named, byName, findings));
      }
    }
  }

  /** Of several with one name the first one counts. */
  private static Map<String, Element> byName(List<Element> vars) {
    Map<String, Element> byName = new LinkedHashMap<>();
    vars.forEach(it -> byName.putIfAbsent(it.text("name").orElse(""), it));
    return byName;
  }

  private static void checkNamed(
      String group, Element named, Map<String, Element> vars, Findings findings) {
    String name = named.text("name").orElse("");
    if (name.isEmpty()) {
      return;
    }
    Element declared = vars.get(name);
    if (declared == null) {
      findings.error(
          "required_vars.name.unknown",
          named,
          "name",
          "There is no variable "
              + name
              + ", which the group "
              + group
              + " of required_vars names.",
          NearestName.fix(name, vars.keySet(), "Declare it in vars, or take it out of the group."));
    } else if (declared.isTrue("required")) {
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
