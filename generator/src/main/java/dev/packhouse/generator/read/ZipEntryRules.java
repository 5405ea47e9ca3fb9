package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What an entry of a zipped package may be; the zip comes from anywhere. */
final class ZipEntryRules {
  private static final int MOST_ENTRIES = 100_000;
  private static final long LARGEST = 2L * 1024 * 1024 * 1024;

  /** Real packages pack to a fifth; text of one letter packs to a thousandth. */
  private static final long HIGHEST_RATIO = 200;

  private static final long SMALL = 64L * 1024 * 1024;

  private static final Set<Integer> METHODS =
      Set.of(ZipArchiveEntry.STORED, ZipArchiveEntry.DEFLATED);

  private final String display;
  private final long packedSize;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> byFoldedName = new HashMap<>();
  private Optional<String> topFolder = Optional.empty();
  private int count;
  private long size;

  /**
   * @param packedSize of the zip as a whole: entries may claim one piece of data together
   */
  ZipEntryRules(String display, long packedSize) {
    this.display = display;
    this.packedSize = packedSize;
  }

  List<Finding> findings() {
    return findings;
  }

  Optional<String> topFolder() {
    return topFolder;
  }

  void check(ZipFile zip, ZipArchiveEntry entry) {
    String name = entry.getName();
    checkName(name, new String(entry.getRawName(), StandardCharsets.UTF_8));
    checkOtherName(entry);
    checkTwins(name);
    checkKind(zip, entry);
    checkSize(entry);
  }

  private void checkName(String name, String rawName) {
    if (rawName.indexOf('\\') >= 0 || !isPlain(name)) {
      refuse(
          "zip.entry.outside",
          "The entry " + rawName + " does not lie plainly below a folder.",
          "Name entries {folder}/{path}, without .., backslashes or a slash at the start.");
      return;
    }
    if (!name.equals(rawName)) {
      refuse(
          "package.file.name",
          "The name " + rawName + " is not UTF-8.",
          "Rename the file, or make the zip with a program that writes UTF-8.");
      return;
    }
    int slash = name.indexOf('/');
    if (slash < 0) {
      refuse(
          "zip.top_folder.missing",
          "The entry " + name + " lies in no folder.",
          "Put everything into one top folder called {name}-{version}.");
      return;
    }
    String path = name.substring(slash + 1);
    if (FileNames.isTooLong(path)) {
      refuse(FileNames.tooLong(display, path));
    }
    String top = name.substring(0, slash);
    if (topFolder.isPresent() && !topFolder.get().equals(top)) {
      refuse(
          "zip.top_folder.conflict",
          "The zip has two top folders, " + topFolder.get() + " and " + top + ".",
          "Put everything into one top folder called {name}-{version}.");
    }
    topFolder = topFolder.or(() -> Optional.of(top));
  }

  /** Some programs prefer a second name in an extra field. */
  private void checkOtherName(ZipArchiveEntry entry) {
    if (entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField other
        && !Arrays.equals(other.getUnicodeName(), entry.getRawName())) {
      refuse(
          "zip.entry.ambiguous",
          "The entry " + entry.getName() + " has a second, different name.",
          "Make the zip again, with names in UTF-8.");
    }
  }

  private static boolean isPlain(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return name.length() < 2 || name.charAt(1) != ':';
  }

  private void checkTwins(String name) {
    String before = byFoldedName.putIfAbsent(FileNames.folded(name), name);
    if (before == null) {
      return;
    }
    String message =
        before.equals(name)
            ? "Two entries are called " + name + "."
            : "The entries "
                + before
                + " and "
                + name
                + " differ only in case or in how accents are written.";
    refuse("zip.entry.duplicate", message, "Keep one of them.");
  }

  private void checkKind(ZipFile zip, ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      refuse(
          "zip.entry.link",
          "The entry " + entry.getName() + " is a symbolic link.",
          "Put the file itself into the zip.");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      refuse(
          "zip.entry.encrypted",
          "The entry " + entry.getName() + " is encrypted.",
          "Make the zip without a password.");
    } else if (!METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
      refuse(
          "zip.entry.method",
          "The entry " + entry.getName() + " is packed in a way that few programs can read.",
          "Make the zip with deflate or without compression.");
    }
  }

  private void checkSize(ZipArchiveEntry entry) {
    count++;
    size += Math.max(0, entry.getSize());
    boolean tooMuch = size > LARGEST || (size > SMALL && size / HIGHEST_RATIO > packedSize);
    if (count == MOST_ENTRIES + 1 || tooMuch) {
      refuse(
          "zip.size_limit",
          "The zip unpacks to more than a package may hold.",
          "A package has at most "
              + MOST_ENTRIES
              + " files and 2 GiB, and packs to no less than 1/"
              + HIGHEST_RATIO
              + " of its size.");
    }
  }

  private void refuse(String code, String message, String fix) {
    refuse(ReadFindings.error(code, display, message, fix));
  }

  /** One finding of a kind is enough: a hostile zip would give a hundred thousand. */
  private void refuse(Finding refusal) {
    if (findings.stream().noneMatch(finding -> finding.code().equals(refusal.code()))) {
      findings.add(refusal);
    }
  }
}
