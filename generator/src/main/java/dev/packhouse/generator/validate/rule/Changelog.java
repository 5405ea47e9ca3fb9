package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The file that says what changed with each version, the newest first. */
final class Changelog {
  private static final String FILE = "changelog.yml";

  private Changelog() {}

  /** A list of entries, if it is what it should be. */
  static Optional<Element> read(SpecSubject subject, Findings findings) throws IOException {
    return subject.read(FILE, findings);
  }

  /** The versions of the entries that have one. */
  static List<Element> versions(Element changelog) {
    return changelog.items().stream()
        .flatMap(entry -> entry.find("version").stream())
        .filter(version -> version.text().isPresent())
        .toList();
  }

  /** The links of all changes that have one. */
  static List<Element> links(Element changelog) {
    return changelog.items().stream()
        .flatMap(entry -> entry.items("changes").stream())
        .flatMap(change -> change.find("link").stream())
        .filter(link -> link.text().isPresent())
        .toList();
  }
}
