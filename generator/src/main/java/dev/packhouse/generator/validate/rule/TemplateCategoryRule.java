package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The data streams of a policy template are in its categories, where they are in any. */
final class TemplateCategoryRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element template : subject.policyTemplates()) {
      List<String> wanted = texts(template.items("categories"));
      for (String name : texts(template.items("data_streams"))) {
        Optional<Element> categories =
            subject
                .dataStreamManifest(name, findings)
                .flatMap(manifest -> manifest.find("categories"))
                .filter(list -> !list.items().isEmpty());
        if (categories.isPresent()) {
          check(template, wanted, name, categories.get(), findings);
        }
      }
    }
  }

  private static void check(
      Element template, List<String> wanted, String name, Element categories, Findings findings) {
    List<String> present = texts(categories.items());
    List<String> missing = wanted.stream().filter(it -> !present.contains(it)).sorted().toList();
    if (!missing.isEmpty()) {
      findings.error(
          "data_stream.categories.missing",
          categories,
          "The policy template "
              + template.text("name").orElse("")
              + " and its data stream "
              + name
              + " are not in the same categories: here is no "
              + String.join(", ", missing)
              + ".",
          "Add it here, or take it from the policy template.");
    }
  }

  private static List<String> texts(List<Element> list) {
    return list.stream().flatMap(it -> it.text().stream()).toList();
  }
}
