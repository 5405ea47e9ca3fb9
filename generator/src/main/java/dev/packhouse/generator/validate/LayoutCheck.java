package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.LinkedFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.spec.FormatVersion;
import dev.packhouse.generator.spec.Layout;
import dev.packhouse.generator.validate.rule.Findings;
import dev.packhouse.generator.validate.rule.SpecSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Whether the files and folders that should be there are, and none other; each file is checked. */
final class LayoutCheck {
  /** What is not there, and why it should be. */
  private record Missing(String path, String message, String fix) {}

  private final SpecSubject subject;
  private final Findings findings;
  private final FileCheck files;
  private final Misplaced misplaced;
  private final List<Missing> missing = new ArrayList<>();

  /** Entries of each folder, by name: whether it is a folder itself. */
  private final Map<String, TreeMap<String, Boolean>> folders = new TreeMap<>();

  private boolean isWhole = true;

  LayoutCheck(SpecSubject subject, FileCheck files, Findings findings) {
    this.subject = subject;
    this.files = files;
    this.findings = findings;
    misplaced = new Misplaced(subject.raw());
    subject.raw().folders().forEach(path -> add(path, /* isFolder= */ true));
    subject.raw().files().keySet().forEach(path -> add(path, /* isFolder= */ false));
  }

  private void add(String path, boolean isFolder) {
    int slash = path.lastIndexOf('/');
    String parent = path.substring(0, Math.max(slash, 0));
    folders.computeIfAbsent(parent, _ -> new TreeMap<>()).put(path.substring(slash + 1), isFolder);
  }

  /** Gives whether it could look at everything: not into folders with more than they may hold. */
  boolean run() throws IOException {
    check("", subject.layout());
    for (Missing it : missing) {
      findings.error(
          "file.name.missing", it.path(), it.message(), misplaced.fix(it.path()).orElse(it.fix()));
    }
    return isWhole;
  }

  /** Gives how many bytes its files have. */
  private long check(String path, Layout.Folder folder) throws IOException {
    Map<String, Boolean> present = folders.getOrDefault(path, new TreeMap<>());
    if (isOver(folder.limits().entries(), present.size())) {
      findings.error(
          "folder.entries_limit",
          path,
          "The folder has "
              + present.size()
              + " files and folders; at most "
              + folder.limits().entries().getAsLong()
              + " are allowed.",
          "Leave out what is not needed.");
      isWhole = false;
      return 0;
    }
    if (folder.beta()) {
      beta(path);
    }
    long total = 0;
    for (Map.Entry<String, Boolean> entry : present.entrySet()) {
      total += check(path, folder, entry.getKey(), entry.getValue());
    }
    if (isOver(folder.limits().total(), total)) {
      findings.error(
          "folder.size_limit",
          path,
          "The files of the folder have "
              + total
              + " bytes together; at most "
              + folder.limits().total().getAsLong()
              + " are allowed.",
          "Make them smaller, or leave some out.");
    }
    requireEntries(path, folder, present);
    return total;
  }

  private void beta(String path) {
    if (subject.isStable() || subject.formatVersion().version().major() >= 3) {
      findings.error(
          "package.beta.stable",
          path.isEmpty() ? RawPackage.MANIFEST : path,
          "Packages of type "
              + subject.type().text()
              + " are in beta in format version "
              + subject.formatVersion().version().text()
              + ", and are not accepted.",
          "Write a later format_version, such as " + FormatVersion.newest().version().text() + ".");
    }
  }

  private long check(String path, Layout.Folder folder, String name, boolean isFolder)
      throws IOException {
    String below = path.isEmpty() ? name : path + "/" + name;
    String meant = LinkedFile.withoutEnding(name);
    Optional<Layout.Entry> entry = folder.find(meant);
    if (entry.isEmpty()) {
      unknown(below, folder, name, isFolder);
      return 0;
    }
    if (LinkedFile.isLink(name) && !entry.get().linkable() && standsFor(below, entry.get())) {
      findings.error(
          "file.link.not_allowed",
          below,
          "No link may stand here for " + meant + ".",
          "Put the file itself here, called " + meant + ".");
      return 0;
    }
    return switch (entry.get()) {
      case Layout.Entry.SubFolder sub when isFolder -> {
        long size = check(below, sub.folder());
        yield sub.folder().development() ? 0 : size;
      }
      case Layout.Entry.File file when !isFolder -> {
        files.check(below, file);
        yield Objects.requireNonNull(subject.raw().files().get(below)).size();
      }
      case Layout.Entry.SubFolder _ -> {
        otherKind(below, "a file", "a folder");
        yield 0;
      }
      case Layout.Entry.File _ -> {
        otherKind(below, "a folder", "a file");
        yield 0;
      }
    };
  }

  /** A file that has one name only counts, whatever lies beside it. */
  private boolean standsFor(String link, Layout.Entry entry) {
    return entry.naming() instanceof Layout.Naming.Matching
        || !subject.raw().files().containsKey(LinkedFile.withoutEnding(link));
  }

  private void otherKind(String path, String is, String wanted) {
    findings.error(
        "file.kind.invalid",
        path,
        "This is " + is + ", and should be " + wanted + ".",
        "Put " + wanted + " here, or give it another name.");
  }

  private void unknown(String path, Layout.Folder folder, String name, boolean isFolder) {
    Optional<String> guess = misplaced.guess(path, folder, isFolder);
    if (!folder.open()) {
      findings.error(
          isFolder ? "folder.name.unknown" : "file.name.unknown",
          path,
          "No "
              + (isFolder ? "folder" : "file")
              + " of this name belongs here; what does: "
              + names(folder)
              + "."
              + (isFolder ? holds(path) : ""),
          guess.orElse("Remove it, or give it a name that belongs here."));
    } else if (isFolder && !folder.development() && name.contains("-")) {
      findings.error(
          "folder.name.invalid",
          path,
          "The name of the folder holds a hyphen.",
          "Call it " + name.replace('-', '_') + ".");
    }
  }

  private String holds(String path) {
    Collection<String> files = subject.filesBelow(path);
    return switch (files.size()) {
      case 0 -> "";
      case 1 -> " It holds " + files.iterator().next() + ".";
      default -> " It holds " + files.iterator().next() + " and " + (files.size() - 1) + " more.";
    };
  }

  private static String names(Layout.Folder folder) {
    List<String> names = new ArrayList<>();
    for (Layout.Entry entry : folder.entries()) {
      names.add(
          switch (entry.naming()) {
            case Layout.Naming.Exact(String name) -> name;
            case Layout.Naming.Matching matching ->
                "what matches " + matching.text() + ", such as " + matching.example();
          });
    }
    return names.isEmpty() ? "nothing" : String.join("; ", names);
  }

  private void requireEntries(String path, Layout.Folder folder, Map<String, Boolean> present) {
    for (Layout.Entry entry : folder.entries()) {
      if (entry.required() && present.keySet().stream().noneMatch(name -> isFor(entry, name))) {
        misplaced.look(path, entry, present);
        missing(path, entry);
      }
    }
  }

  private static boolean isFor(Layout.Entry entry, String name) {
    return entry.naming().matches(LinkedFile.withoutEnding(name));
  }

  /** Of a folder that is missing, the files that it must have are. */
  private void missing(String path, Layout.Entry entry) {
    String inside = path.isEmpty() ? "" : path + "/";
    String kind = entry instanceof Layout.Entry.File ? "file" : "folder";
    switch (entry.naming()) {
      case Layout.Naming.Matching matching ->
          missing.add(
              new Missing(
                  path,
                  "The folder has no %s whose name matches %s.".formatted(kind, matching.text()),
                  "Add one, such as " + inside + matching.example() + described(entry)));
      case Layout.Naming.Exact(String name) when hasRequired(entry) ->
          requireEntries(inside + name, ((Layout.Entry.SubFolder) entry).folder(), new TreeMap<>());
      case Layout.Naming.Exact(String name) ->
          missing.add(
              new Missing(
                  inside + name,
                  "The " + kind + " does not exist.",
                  "Add " + inside + name + described(entry)));
    }
  }

  private static boolean hasRequired(Layout.Entry entry) {
    return entry instanceof Layout.Entry.SubFolder sub
        && sub.folder().entries().stream().anyMatch(Layout.Entry::required);
  }

  private static String described(Layout.Entry entry) {
    return entry.description().isEmpty() ? "." : ": " + Sentence.continued(entry.description());
  }

  private static boolean isOver(OptionalLong limit, long size) {
    return limit.isPresent() && size > limit.getAsLong();
  }
}
