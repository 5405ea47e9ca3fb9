package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each version has one entry in the changelog, and none is newer than the first one. */
final class ChangelogOrderRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Optional<Element> changelog = Changelog.read(subject, findings);
    if (changelog.isPresent()) {
      List<Element> versions = Changelog.versions(changelog.get());
      reportRepeated(versions, findings);
      reportNewer(versions, findings);
    }
  }

  private static void reportRepeated(List<Element> versions, Findings findings) {
    Map<String, Element> known = new HashMap<>();
    for (Element version : versions) {
      String text = version.text().orElse("");
      Element first = known.putIfAbsent(text, version);
      if (first != null) {
        findings.error(
            "changelog.version.duplicate",
            version,
            "Version " + text + " has an entry before, in line " + first.place().line() + ".",
            "Make one entry of the two.");
      }
    }
  }

  private static void reportNewer(List<Element> versions, Findings findings) {
    Optional<SemanticVersion> first = Optional.empty();
    for (Element element : versions) {
      switch (SemanticVersion.parse(element.text().orElse(""))) {
        case ParseResult.Rejected<SemanticVersion>(String reason) ->
            findings.error(
                "changelog.version.invalid",
                element,
                "This version cannot be read: " + reason + ".",
                "Write three numbers, such as 1.0.0.");
        case ParseResult.Parsed<SemanticVersion>(SemanticVersion version) -> {
          if (first.isEmpty()) {
            first = Optional.of(version);
          } else {
            report(element, version, first.get(), findings);
          }
        }
      }
    }
  }

  private static void report(
      Element element, SemanticVersion version, SemanticVersion first, Findings findings) {
    boolean isRepeated = version.text().equals(first.text());
    if (!isRepeated && version.compareTo(first) >= 0) {
      findings.error(
          "changelog.version.order",
          element,
          "Version "
              + version.text()
              + " is not older than "
              + first.text()
              + ", which the changelog has first.",
          "Put the newest version at the top.");
    }
  }
}
