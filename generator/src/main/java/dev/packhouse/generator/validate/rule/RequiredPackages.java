package dev.packhouse.generator.validate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages that a manifest says this one needs.
 *
 * @param inputs what the manifest says of each input package
 * @param inputNames of input packages
 * @param contentNames of content packages
 * @param versions constraints by name, of several for one package the last one
 */
record RequiredPackages(
    List<Element> inputs,
    Set<String> inputNames,
    Set<String> contentNames,
    Map<String, Element> versions) {

  static RequiredPackages of(SpecSubject subject) {
    Optional<Element> requires = subject.manifest().find("requires");
    List<Element> inputs = requires.map(it -> it.items("input")).orElse(List.of());
    List<Element> contents = requires.map(it -> it.items("content")).orElse(List.of());
    Map<String, Element> versions = new HashMap<>();
    Stream.concat(inputs.stream(), contents.stream())
        .forEach(it -> it.find("version").ifPresent(version -> put(versions, it, version)));
    return new RequiredPackages(inputs, names(inputs), names(contents), versions);
  }

  private static void put(Map<String, Element> versions, Element needed, Element version) {
    if (version.text().isPresent()) {
      needed.text("package").ifPresent(name -> versions.put(name, version));
    }
  }

  private static Set<String> names(List<Element> packages) {
    return packages.stream()
        .flatMap(it -> it.text("package").stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
