package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may lie below {@code package/}, {@code epr/} and {@code records/}: all that kept generations
 * name. The plain path of a version of the current generation may be taken as well, even if the
 * generation names a revision: a plain host rather serves the bytes of yesterday than none.
 */
final class NamedPaths {
  /** By base, then by name of the package. */
  private final Map<String, Map<String, List<PublishedVersion>>> contents = new HashMap<>();

  private final Map<String, Map<String, List<PublishedVersion>>> records = new HashMap<>();

  NamedPaths(KeptGenerations kept) {
    for (Generation generation : kept.generations()) {
      for (PublishedVersion version : generation.versions().values()) {
        add(contents, version.content().base(), version);
        add(records, version.recordBase(), version);
      }
    }
    kept.current().ifPresent(current -> current.versions().values().forEach(this::addPlain));
  }

  /** Whether anything named lies below the revision. */
  boolean hasRevision(String digest) {
    String base = RegistryLayout.revisionBase(digest);
    return contents.containsKey(base) || records.containsKey(base);
  }

  /** The folders in {@code package/{name}}. */
  Set<String> folders(String base, String name) {
    Set<String> names = new HashSet<>();
    find(contents, base, name).forEach(version -> names.add(version.id().version().text()));
    return names;
  }

  /** The files in {@code records/{name}}. */
  Set<String> records(String base, String name) {
    Set<String> names = new HashSet<>();
    find(records, base, name).forEach(it -> names.add(it.id().version().text() + ".json"));
    return names;
  }

  /** The files in {@code epr/{name}}. */
  Set<String> archives(String base, String name) {
    Set<String> names = new HashSet<>();
    for (PublishedVersion version : find(contents, base, name)) {
      for (PublishedArchive archive : archives(version.content(), base)) {
        String file = version.id() + "." + archive.format().extension();
        ArchiveFiles.endings(archive).forEach(ending -> names.add(file + ending));
      }
    }
    return names;
  }

  private static List<PublishedArchive> archives(VersionContent content, String base) {
    if (content.base().equals(base)) {
      return content.archives();
    }
    List<PublishedArchive> all = new ArrayList<>();
    for (ArchiveFormat format : ArchiveFormat.values()) {
      all.add(new PublishedArchive(format, 0, "", true));
    }
    return all;
  }

  private void addPlain(PublishedVersion version) {
    if (!version.content().base().isEmpty()) {
      add(contents, "", version);
    }
    if (!version.recordBase().isEmpty()) {
      add(records, "", version);
    }
  }

  private static void add(
      Map<String, Map<String, List<PublishedVersion>>> map, String base, PublishedVersion version) {
    PackageId id = version.id();
    map.computeIfAbsent(base, key -> new HashMap<>())
        .computeIfAbsent(id.name(), key -> new ArrayList<>())
        .add(version);
  }

  private static List<PublishedVersion> find(
      Map<String, Map<String, List<PublishedVersion>>> map, String base, String name) {
    return map.getOrDefault(base, Map.of()).getOrDefault(name, List.of());
  }
}
