package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The changelog's first entry is about the package's version, or about the one to come. */
final class ChangelogEntryRule implements SpecRule {
  /** Ends the version of an entry that gathers what will be released. */
  private static final String TO_COME = "-next";

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Optional<Element> changelog = Changelog.read(subject, findings);
    if (changelog.isPresent()) {
      check(subject, changelog.get(), findings);
    }
  }

  private static void check(SpecSubject subject, Element changelog, Findings findings) {
    List<Element> versions = Changelog.versions(changelog);
    List<String> texts = versions.stream().flatMap(it -> it.text().stream()).toList();
    String current = subject.manifest().text("version").orElse("");
    if (texts.isEmpty() || !texts.contains(current)) {
      findings.error(
          "changelog.version.missing",
          versions.isEmpty() ? changelog : versions.getFirst(),
          "The changelog has no entry for version " + current + " of the package.",
          "Add one at the top, or correct the version in manifest.yml.");
    } else if (!texts.getFirst().equals(current) && !texts.getFirst().endsWith(TO_COME)) {
      findings.error(
          "manifest.version.outdated",
          subject.manifest(),
          "version",
          "The package has version "
              + current
              + ", but the changelog's first entry is about "
              + texts.getFirst()
              + ".",
          "Write version: "
              + texts.getFirst()
              + ", or move the entry of "
              + current
              + " to the top.");
    }
  }
}
