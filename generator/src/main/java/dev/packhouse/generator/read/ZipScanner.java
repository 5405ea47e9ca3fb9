package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Lists what a zipped package holds. Everything is read once, so that a zip which lies about its
 * content is found here and not while it is published.
 */
final class ZipScanner {
  private interface Check {
    void on(ZipScanner scanner, ZipArchiveEntry entry, List<Finding> findings);
  }

  private final RawPackage.Source.Zip source;
  private final ZipFile zip;
  private final SeekableByteChannel channel;
  private final DocumentCache cache;
  private final ZipEntryRules rules;
  private final NavigableMap<String, PackageFile> files = new TreeMap<>();
  private final SortedSet<String> folders = new TreeSet<>();

  private ZipScanner(
      RawPackage.Source.Zip source, ZipFile zip, SeekableByteChannel channel, DocumentCache cache)
      throws IOException {
    this.source = source;
    this.cache = cache;
    this.zip = zip;
    this.channel = channel;
    rules = new ZipEntryRules(source.display(), channel.size());
  }

  /** Looks at every entry and unpacks every file once, so that what is used later is whole. */
  static RawPackage scan(RawPackage.Source.Zip source, DocumentCache cache) throws IOException {
    return open(source, cache, ZipScanner::verify);
  }

  /** Looks at every entry, and unpacks nothing. */
  static RawPackage list(RawPackage.Source.Zip source) throws IOException {
    return open(source, DocumentCache.none(), (_, _, _) -> {});
  }

  private static RawPackage open(RawPackage.Source.Zip source, DocumentCache cache, Check check)
      throws IOException {
    // Opened apart: what fails from here on is the zip's fault, not that of its surroundings.
    SeekableByteChannel channel = Files.newByteChannel(source.path());
    ZipFile zip;
    try {
      zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              // Other programs read the plain names, so those are what is checked.
              .setUseUnicodeExtraFields(false)
              .get();
    } catch (IOException | IllegalArgumentException damaged) {
      channel.close();
      return refused(source, damaged(source, reason(damaged)));
    }
    try {
      RawPackage scanned = new ZipScanner(source, zip, channel, cache).scan(check);
      if (!scanned.findings().isEmpty()) {
        zip.close();
      }
      return scanned;
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  private RawPackage scan(Check check) throws IOException {
    List<ZipArchiveEntry> entries = new ArrayList<>();
    zip.getEntries().asIterator().forEachRemaining(entries::add);
    if (entries.size() > ReadFindings.MOST_FILES) {
      return refused(source, ReadFindings.tooManyFiles(source.display()));
    }
    entries.forEach(entry -> rules.check(zip, entry));
    List<Finding> findings = new ArrayList<>(rules.findings());
    if (findings.isEmpty() && !ZipEnd.fits(channel)) {
      findings.add(damaged(source, "there are other bytes before or behind it"));
    }
    if (findings.isEmpty()) {
      ZipLocalHeaders.problem(channel, entries).ifPresent(it -> findings.add(ambiguous(it)));
    }
    if (findings.isEmpty()) {
      entries.forEach(this::add);
      findings.addAll(filesAboveFiles());
      entries.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> check.on(this, entry, findings));
    }
    findings.addAll(FileNames.check(source.display(), files.keySet()));
    return new RawPackage(
        source,
        rules.topFolder(),
        files,
        folders,
        new Documents(source, files, cache),
        findings,
        zip);
  }

  private void add(ZipArchiveEntry entry) {
    String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
    if (!entry.isDirectory()) {
      files.put(
          path,
          new PackageFile(
              path,
              entry.getSize(),
              NamedContent.of(source.display() + "/" + path, () -> zip.getInputStream(entry))));
    }
  }

  private List<Finding> filesAboveFiles() {
    Set<String> folded = new HashSet<>();
    folders.forEach(folder -> folded.add(FileNames.folded(folder)));
    return files.keySet().stream()
        .filter(path -> folded.contains(FileNames.folded(path)))
        .limit(1)
        .map(
            path ->
                ReadFindings.error(
                    "zip.entry.duplicate",
                    source.display(),
                    "The entry " + path + " is a file and a folder.",
                    "Keep one of them."))
        .toList();
  }

  private void verify(ZipArchiveEntry entry, List<Finding> findings) {
    try {
      ZipContent.verify(zip, entry);
    } catch (IOException damaged) {
      findings.add(damaged(source, entry.getName() + ": " + reason(damaged)));
    }
  }

  private Finding ambiguous(String problem) {
    return ReadFindings.error(
        "zip.entry.ambiguous",
        source.display(),
        "The entry " + problem + ", so programs would unpack different files.",
        "Make the zip again.");
  }

  private static Finding damaged(RawPackage.Source.Zip source, String problem) {
    return ReadFindings.error(
        "zip.damaged",
        source.display(),
        "The zip cannot be read whole: " + problem + ".",
        "Make the zip again.");
  }

  /** What the library wraps says more than its wrapping. */
  private static String reason(Exception damaged) {
    Throwable cause = damaged.getCause();
    String message = (cause == null ? damaged : cause).getMessage();
    return message == null ? "it ends too early" : message;
  }

  private static RawPackage refused(RawPackage.Source.Zip source, Finding finding) {
    return new RawPackage(
        source,
        Optional.empty(),
        new TreeMap<>(),
        new TreeSet<>(),
        new Documents(source, Map.of(), DocumentCache.none()),
        List.of(finding),
        () -> {});
  }
}
