package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;

/** Only a collector of OpenTelemetry finds out while it runs which kinds of signals it sends. */
final class DynamicSignalRule implements SpecRule {
  static final String KEY = "dynamic_signal_types";
  static final String COLLECTOR = "otelcol";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element template : subject.policyTemplates()) {
      if (subject.type() == PackageType.INPUT) {
        check(template, "input", findings);
        checkType(template, findings);
      } else {
        template.items("inputs").forEach(input -> check(input, "type", findings));
      }
    }
    if (subject.type() == PackageType.INTEGRATION) {
      for (Element manifest : subject.dataStreamManifests(findings)) {
        manifest.items("streams").forEach(stream -> check(stream, "input", findings));
      }
    }
  }

  private static void check(Element part, String inputKey, Findings findings) {
    if (part.isTrue(KEY) && !collects(part, inputKey)) {
      String input = part.text(inputKey).orElse("none");
      findings.error(
          "input.dynamic_signal_types.unexpected",
          part,
          KEY,
          "Only the input otelcol has dynamic signal types, and " + inputKey + " is " + input + ".",
          "Remove " + KEY + ", or write " + inputKey + ": otelcol.");
    }
  }

  private static void checkType(Element template, Findings findings) {
    if (template.isTrue(KEY)
        && collects(template, "input")
        && !template.text("type").orElse("").isEmpty()) {
      findings.error(
          "policy_template.type.unexpected",
          template,
          "type",
          "The policy template has a type, though its signal types are dynamic.",
          "Remove type, or " + KEY + ".");
    }
  }

  private static boolean collects(Element part, String inputKey) {
    return part.text(inputKey).orElse("").equals(COLLECTOR);
  }
}
