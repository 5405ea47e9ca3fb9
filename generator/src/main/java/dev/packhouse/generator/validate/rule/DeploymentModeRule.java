package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.PackageType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways in which a policy template can be deployed and those of its inputs fit together. */
final class DeploymentModeRule implements SpecRule {
  private static final String MODES = "deployment_modes";
  private static final String DEFAULT = "default";
  private static final String AGENTLESS = "agentless";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    List<Element> templates = subject.policyTemplates();
    templates.forEach(template -> check(template, findings));
    if (templates.size() == 1) {
      checkRelease(templates.getFirst(), findings);
    }
  }

  private static void check(Element template, Findings findings) {
    Set<String> enabled = enabled(template);
    List<Element> inputs = template.items("inputs");
    for (String mode : enabled) {
      if (inputs.stream().noneMatch(input -> supports(input, mode))) {
        findings.error(
            "policy_template.deployment_mode.unsupported",
            template,
            template.find(MODES).isPresent() ? MODES : "inputs",
            "The policy template"
                + template.text("name").map(name -> " " + name).orElse("")
                + " can be deployed in mode "
                + mode
                + ", but none of its inputs can.",
            "Add the mode to deployment_modes of an input, or disable it in the policy template.");
      }
    }
    for (Element input : inputs) {
      for (Element mode : input.items(MODES)) {
        checkMode(mode, enabled, findings);
      }
    }
  }

  private static void checkMode(Element mode, Set<String> enabled, Findings findings) {
    String text = mode.text().orElse("");
    if (!enabled.contains(text)) {
      findings.error(
          "input.deployment_mode.disabled",
          mode,
          "The input can be deployed in mode " + text + ", but its policy template cannot.",
          "Remove the mode, or enable it in deployment_modes of the policy template.");
    }
  }

  /** The usual mode is enabled where nothing is said of it. */
  private static Set<String> enabled(Element template) {
    Set<String> enabled = new LinkedHashSet<>();
    if (!isDefaultDisabled(template)) {
      enabled.add(DEFAULT);
    }
    if (template.find(MODES, AGENTLESS).filter(mode -> mode.isTrue("enabled")).isPresent()) {
      enabled.add(AGENTLESS);
    }
    return enabled;
  }

  private static boolean isDefaultDisabled(Element template) {
    return template
        .find(MODES, DEFAULT, "enabled")
        .filter(it -> it.value() instanceof Value.Flag(var _, boolean set, var _) && !set)
        .isPresent();
  }

  /** An input that lists no modes has all of them. */
  private static boolean supports(Element input, String mode) {
    return input.find(MODES).isEmpty()
        || input.items(MODES).stream().anyMatch(it -> it.text().equals(Optional.of(mode)));
  }

  /** Where there is no other mode than agentless, the package's version says how mature it is. */
  private static void checkRelease(Element template, Findings findings) {
    Optional<Element> agentless = template.find(MODES, AGENTLESS);
    if (isDefaultDisabled(template)
        && agentless.flatMap(it -> it.text("release")).filter(it -> !it.isEmpty()).isPresent()) {
      findings.error(
          "policy_template.agentless_release.conflict",
          agentless.get(),
          "release",
          "Agentless is the only way to deploy this package, and has a release of its own.",
          "Remove release; the version of the package says how mature it is.");
    }
  }
}
