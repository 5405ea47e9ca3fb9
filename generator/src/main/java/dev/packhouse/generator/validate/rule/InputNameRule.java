package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Inputs of one type in a policy template are told apart by their names. */
final class InputNameRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    subject.policyTemplates().forEach(template -> check(template.items("inputs"), findings));
  }

  private static void check(List<Element> inputs, Findings findings) {
    Map<String, Long> counts =
        inputs.stream().collect(Collectors.groupingBy(InputNameRule::type, Collectors.counting()));
    Set<String> reported = new HashSet<>();
    for (Element input : inputs.reversed()) {
      String type = type(input);
      long alike = counts.getOrDefault(type, 0L);
      if (alike > 1 && input.text("name").orElse("").isEmpty() && reported.add(type)) {
        findings.error(
            "input.name.missing",
            input,
            "type",
            "The policy template has "
                + alike
                + " inputs"
                + (type.isEmpty() ? " without a type" : " of type " + type)
                + ", and this one has no name.",
            "Give each of them a name.");
      }
    }
  }

  /** Empty for an input that comes from another package. */
  private static String type(Element input) {
    return input.text("type").orElse("");
  }
}
