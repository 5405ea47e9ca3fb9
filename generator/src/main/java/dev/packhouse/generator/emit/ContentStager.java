package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.PackageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stages files and archives of versions, as far as they are not in place already. */
final class ContentStager {
  private final Path out;
  private final KeptGenerations kept;
  private final ContentWriter writer;
  private final Set<ArchiveFormat> wanted;
  private final Set<PackageId> begun = ConcurrentHashMap.newKeySet();
  private final Map<PackageId, StagedContent> staged = new ConcurrentHashMap<>();

  ContentStager(Path out, KeptGenerations kept, ContentWriter writer, Set<ArchiveFormat> wanted) {
    this.out = out;
    this.kept = kept;
    this.writer = writer;
    this.wanted = Set.copyOf(wanted);
  }

  VersionContent stage(VersionSource source) throws IOException {
    PlainNames.require(source);
    PackageId id = source.id();
    if (!begun.add(id)) {
      throw new IllegalStateException("Staged twice: " + id);
    }
    // What is not known is read once; what is known is mostly unchanged, and then only read.
    return kept.knows(id) ? stageKnown(source) : stageParts(source, true, wanted);
  }

  /** What is staged of exactly this content. */
  Optional<StagedContent> staged(VersionContent content) {
    return Optional.ofNullable(staged.get(content.id())).filter(it -> it.content().equals(content));
  }

  /** A look at the folder and the archives, and at no single file. */
  boolean isInPlace(VersionContent content) throws IOException {
    for (PublishedArchive archive : content.archives()) {
      if (!isInPlace(content.id(), content.base(), archive)) {
        return false;
      }
    }
    return Files.isDirectory(out.resolve(content.files()));
  }

  private VersionContent stageKnown(VersionSource source) throws IOException {
    PackageId id = source.id();
    String digest = ContentPass.run(source, List.of());
    String base = kept.contentBase(id, digest);
    VersionContent inPlace =
        new VersionContent(id, digest, base, archivesInPlace(id, digest, base));
    boolean files = !kept.namesContent(id, digest, base) || !areInPlace(source, inPlace);
    Set<ArchiveFormat> missing = EnumSet.noneOf(ArchiveFormat.class);
    wanted.stream().filter(it -> inPlace.find(it).isEmpty()).forEach(missing::add);
    if (!files && missing.isEmpty()) {
      return inPlace;
    }
    VersionContent content = stageParts(source, files, missing);
    if (!content.digest().equals(digest)) {
      throw new IOException(id + " changed while it was read");
    }
    return keep(id, digest, merge(inPlace.archives(), content.archives()), files, missing);
  }

  private VersionContent stageParts(
      VersionSource source, boolean files, Set<ArchiveFormat> archives) throws IOException {
    ContentWriter.Written written = writer.write(source, files, archives);
    List<PublishedArchive> published = merge(List.of(), written.archives());
    return keep(source.id(), written.digest(), published, files, archives);
  }

  private VersionContent keep(
      PackageId id,
      String digest,
      List<PublishedArchive> archives,
      boolean files,
      Set<ArchiveFormat> stagedArchives) {
    VersionContent content = new VersionContent(id, digest, kept.contentBase(id, digest), archives);
    staged.put(id, new StagedContent(content, files, stagedArchives));
    return content;
  }

  private List<PublishedArchive> archivesInPlace(PackageId id, String digest, String base)
      throws IOException {
    List<PublishedArchive> inPlace = new ArrayList<>();
    for (ArchiveFormat format : ArchiveFormat.values()) {
      Optional<PublishedArchive> archive =
          wanted.contains(format) ? kept.archive(id, digest, base, format) : Optional.empty();
      if (archive.isPresent() && isInPlace(id, base, archive.get())) {
        inPlace.add(archive.get());
      }
    }
    return inPlace;
  }

  /** A look at names and sizes: a registry that lost a file gets it back with the next run. */
  private boolean areInPlace(VersionSource source, VersionContent content) throws IOException {
    Path folder = out.resolve(content.files());
    for (PackageFile file : source.files()) {
      Path published = folder.resolve(file.path());
      if (!Files.isRegularFile(published) || Files.size(published) != file.size()) {
        return false;
      }
    }
    return Files.isDirectory(folder);
  }

  private boolean isInPlace(PackageId id, String base, PublishedArchive archive)
      throws IOException {
    String path = new VersionContent(id, "", base, List.of()).archive(archive.format());
    for (String ending : ArchiveFiles.endings(archive)) {
      if (!Files.isRegularFile(out.resolve(path + ending))) {
        return false;
      }
    }
    return Files.size(out.resolve(path)) == archive.size();
  }

  private static List<PublishedArchive> merge(
      List<PublishedArchive> some, List<PublishedArchive> others) {
    List<PublishedArchive> all = new ArrayList<>(some);
    all.addAll(others);
    all.sort(Comparator.comparing(PublishedArchive::format));
    return all;
  }
}
