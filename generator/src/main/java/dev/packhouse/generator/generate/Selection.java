package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.FoundPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the packages that were found take part: over several roots the first of a name and
 * version wins, under one root two of them are a mistake.
 */
final class Selection {
  private record Key(String name, String version) {}

  private final List<FoundPackage> selected = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Selection(List<FoundPackage> found) {
    Map<Key, FoundPackage> first = new HashMap<>();
    Set<Path> places = new HashSet<>();
    for (FoundPackage candidate : found) {
      // Found again below a root that is another one's equal, or lies in it.
      if (!places.add(candidate.source().path().toAbsolutePath().normalize())) {
        continue;
      }
      Optional<Key> key =
          candidate.name().flatMap(name -> candidate.version().map(it -> new Key(name, it)));
      Optional<FoundPackage> before =
          key.flatMap(it -> Optional.ofNullable(first.putIfAbsent(it, candidate)));
      if (before.isEmpty()) {
        selected.add(candidate);
      } else if (before.get().root() == candidate.root()) {
        findings.add(duplicate(candidate, before.get()));
      } else {
        findings.add(hidden(candidate, before.get()));
      }
    }
  }

  static Selection of(List<FoundPackage> found) {
    return new Selection(found);
  }

  List<FoundPackage> selected() {
    return selected;
  }

  List<Finding> findings() {
    return findings;
  }

  private static Finding duplicate(FoundPackage candidate, FoundPackage before) {
    return finding(
        Severity.ERROR,
        "package.version.duplicate",
        candidate,
        name(candidate) + " is already there: " + before.source().display() + ".",
        "Remove one of the two, or give it another version.");
  }

  private static Finding hidden(FoundPackage candidate, FoundPackage before) {
    return finding(
        Severity.NOTE,
        "package.version.hidden",
        candidate,
        name(candidate) + " is taken from " + before.source().display() + " instead.",
        "The first of the given folders counts; change their order to change this.");
  }

  private static String name(FoundPackage candidate) {
    return candidate.name().orElse("") + " " + candidate.version().orElse("");
  }

  private static Finding finding(
      Severity severity, String code, FoundPackage candidate, String message, String fix) {
    return new Finding(
        severity, code, candidate.source().display(), Optional.empty(), message, fix);
  }
}
