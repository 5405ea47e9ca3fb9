package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a manifest that declares variables.
 *
 * @param name as a message calls it, such as {@code the stream logfile}
 */
record VarOwner(Kind kind, String name, Element element) {
  enum Kind {
    PACKAGE,
    POLICY_TEMPLATE,
    INPUT,
    STREAM
  }

  /** All parts of all manifests: the package's own ones first, then those of its data streams. */
  static List<VarOwner> all(SpecSubject subject, Findings findings) throws IOException {
    List<VarOwner> owners = new ArrayList<>(ofPackage(subject));
    for (Element manifest : subject.dataStreamManifests(findings)) {
      owners.addAll(ofDataStream(manifest));
    }
    return owners;
  }

  /** The package itself, and its policy templates, each before its inputs. */
  static List<VarOwner> ofPackage(SpecSubject subject) {
    List<VarOwner> owners = new ArrayList<>();
    owners.add(new VarOwner(Kind.PACKAGE, "the package", subject.manifest()));
    for (Element template : subject.policyTemplates()) {
      owners.add(
          new VarOwner(
              Kind.POLICY_TEMPLATE, named("the policy template", template, "name"), template));
      owners.addAll(inputs(template));
    }
    return owners;
  }

  /** The inputs of a policy template. */
  static List<VarOwner> inputs(Element template) {
    return template.items("inputs").stream()
        .map(input -> new VarOwner(Kind.INPUT, named("the input", input, "type"), input))
        .toList();
  }

  /** The streams of a data stream's manifest. */
  static List<VarOwner> ofDataStream(Element manifest) {
    return manifest.items("streams").stream()
        .map(stream -> new VarOwner(Kind.STREAM, named("the stream", stream, "input"), stream))
        .toList();
  }

  List<Element> vars() {
    return element.items("vars");
  }

  private static String named(String kind, Element part, String key) {
    return part.text(key).map(name -> kind + " " + name).orElse(kind);
  }
}
