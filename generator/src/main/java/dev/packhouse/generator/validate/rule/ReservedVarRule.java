package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Two variables have a meaning for Fleet: {@code use_apm} and {@code data_stream.dataset}. They
 * belong to a stream and are declared as Fleet reads them.
 */
final class ReservedVarRule implements SpecRule {
  private static final String APM = "use_apm";
  private static final String DATASET = "data_stream.dataset";
  private static final Set<String> RESERVED = Set.of(APM, DATASET);
  private static final String APM_INVALID = "var.use_apm.invalid";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT).since("3.6.1");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (VarOwner owner : VarOwner.ofPackage(subject)) {
      if (subject.type() == PackageType.INTEGRATION || owner.kind() == VarOwner.Kind.PACKAGE) {
        reserved(owner).forEach(it -> reportPlace(it, owner, findings));
      } else if (owner.kind() == VarOwner.Kind.POLICY_TEMPLATE) {
        // Fleet makes a stream of each policy template of an input package.
        String signals = owner.element().text("type").orElse("");
        reserved(owner).forEach(it -> check(it, owner, signals, findings));
      }
    }
    if (subject.type() == PackageType.INTEGRATION) {
      for (Element manifest : subject.dataStreamManifests(findings)) {
        String signals = manifest.text("type").orElse("");
        for (VarOwner stream : VarOwner.ofDataStream(manifest)) {
          reserved(stream).forEach(it -> check(it, stream, signals, findings));
        }
      }
    }
  }

  private static List<Element> reserved(VarOwner owner) {
    return owner.vars().stream().filter(it -> RESERVED.contains(name(it))).toList();
  }

  private static void reportPlace(Element declared, VarOwner owner, Findings findings) {
    findings.error(
        "var.name.reserved",
        declared,
        "name",
        "Fleet looks for the variable "
            + name(declared)
            + " in streams, not in "
            + owner.name()
            + ".",
        "Declare it in vars of a stream, or give it another name.");
  }

  private static void check(Element declared, VarOwner stream, String signals, Findings findings) {
    String type = declared.text("type").orElse("");
    if (name(declared).equals(DATASET)) {
      if (!type.equals("text")) {
        findings.error(
            "var.dataset.invalid",
            declared,
            "type",
            "Fleet sets the variable "
                + DATASET
                + " as a text, and its type is "
                + orNone(type)
                + ".",
            "Write type: text.");
      }
      return;
    }
    if (!type.equals("bool")) {
      findings.error(
          APM_INVALID,
          declared,
          "type",
          "Fleet reads the variable " + APM + " as a flag, and its type is " + orNone(type) + ".",
          "Write type: bool.");
    }
    checkStream(declared, stream, signals, findings);
  }

  private static void checkStream(
      Element declared, VarOwner stream, String signals, Findings findings) {
    String input = stream.element().text("input").orElse("");
    if (!input.equals(DynamicSignalRule.COLLECTOR)) {
      findings.error(
          APM_INVALID,
          declared,
          "name",
          "The variable "
              + APM
              + " is for the input otelcol, and "
              + stream.name()
              + " has "
              + orNone(input)
              + ".",
          "Give the variable another name.");
    }
    if (!signals.equals("traces") && !stream.element().isTrue(DynamicSignalRule.KEY)) {
      findings.error(
          APM_INVALID,
          declared,
          "name",
          "The variable "
              + APM
              + " is for traces, and "
              + stream.name()
              + " sends "
              + orNone(signals)
              + ".",
          "Write type: traces or dynamic_signal_types: true, or give the variable another name.");
    }
  }

  private static String name(Element declared) {
    return declared.text("name").orElse("");
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
