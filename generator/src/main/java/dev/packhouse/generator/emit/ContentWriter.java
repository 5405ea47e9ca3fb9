package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the wanted parts of versions into the staging area, in one pass over the files of each. A
 * content that several of them have is compressed once and, where the file system knows hard links,
 * stored once.
 */
final class ContentWriter implements Closeable {
  private final StagingArea staging;
  private final FileOperations operations;
  private final DeflatedContents deflated;
  private final StagedCopies copies;

  ContentWriter(StagingArea staging, FileOperations operations) {
    this.staging = staging;
    this.operations = operations;
    this.deflated = new DeflatedContents(staging.deflated(), operations);
    this.copies = new StagedCopies(operations);
  }

  /**
   * What was written.
   *
   * @param digest of the content
   */
  record Written(String digest, List<PublishedArchive> archives) {}

  Written write(VersionSource source, boolean files, Set<ArchiveFormat> archives)
      throws IOException {
    operations.createFolders(staging.content(source.id()));
    boolean copiesZip = source.zip().isPresent() && archives.contains(ArchiveFormat.ZIP);
    Map<ArchiveFormat, ArchiveOutput> outputs = new EnumMap<>(ArchiveFormat.class);
    // The copy is what is digested: it does not change any more, whatever happens to the source.
    VersionSource read = copiesZip ? withCopiedZip(source, outputs) : source;
    List<ContentSink> sinks = new ArrayList<>();
    String digest;
    try {
      if (files) {
        sinks.add(new FolderSink(operations, copies, staging.files(source.id())));
      }
      if (archives.contains(ArchiveFormat.ZIP) && !copiesZip) {
        sinks.add(zipSink(source.id(), outputs));
      }
      if (archives.contains(ArchiveFormat.TAR_GZ)) {
        sinks.add(tarGzSink(source.id(), outputs));
      }
      digest = ContentPass.run(read, sinks);
    } finally {
      closeAll(sinks);
    }
    List<PublishedArchive> published = new ArrayList<>();
    for (Map.Entry<ArchiveFormat, ArchiveOutput> archive : outputs.entrySet()) {
      published.add(finishArchive(source, archive.getKey(), archive.getValue()));
    }
    return new Written(digest, published);
  }

  /** Lets go of what only served the writing. */
  @Override
  public void close() throws IOException {
    deflated.close();
  }

  /** Writes the checksum beside a staged archive, and says what is to be known of it. */
  private PublishedArchive finishArchive(
      VersionSource source, ArchiveFormat format, ArchiveOutput written) throws IOException {
    Path archive = staging.archive(source.id(), format);
    String sha256 = written.sha256();
    Path checksum = beside(archive, ArchiveFiles.CHECKSUM);
    try (OutputStream out = Channels.newOutputStream(operations.create(checksum))) {
      out.write(
          ArchiveFiles.checksumLine(sha256, Folders.name(archive))
              .getBytes(StandardCharsets.UTF_8));
    }
    boolean signed =
        format == ArchiveFormat.ZIP
            && source.zip().flatMap(VersionSource.Zip::signature).isPresent();
    return new PublishedArchive(format, written.size(), sha256, signed);
  }

  private ContentSink zipSink(PackageId id, Map<ArchiveFormat, ArchiveOutput> outputs)
      throws IOException {
    Path archive = staging.archive(id, ArchiveFormat.ZIP);
    ArchiveOutput out = ArchiveOutput.create(archive, operations);
    outputs.put(ArchiveFormat.ZIP, out);
    Path spill = beside(archive, ".entry");
    return new ZipSink(out, deflated, spill, operations, id.toString());
  }

  private ContentSink tarGzSink(PackageId id, Map<ArchiveFormat, ArchiveOutput> outputs)
      throws IOException {
    Path archive = staging.archive(id, ArchiveFormat.TAR_GZ);
    ArchiveOutput out = ArchiveOutput.create(archive, operations);
    outputs.put(ArchiveFormat.TAR_GZ, out);
    return new TarGzSink(out, deflated, id.toString());
  }

  private VersionSource withCopiedZip(
      VersionSource source, Map<ArchiveFormat, ArchiveOutput> outputs) throws IOException {
    VersionSource.Zip zip = source.zip().orElseThrow();
    Path copy = staging.archive(source.id(), ArchiveFormat.ZIP);
    ArchiveOutput out = ArchiveOutput.create(copy, operations);
    outputs.put(ArchiveFormat.ZIP, out);
    try (out) {
      Files.copy(zip.path(), out);
    }
    Optional<Path> signature = Optional.empty();
    if (zip.signature().isPresent()) {
      signature = Optional.of(beside(copy, ArchiveFiles.SIGNATURE));
      try (OutputStream signed = Channels.newOutputStream(operations.create(signature.get()))) {
        Files.copy(zip.signature().get(), signed);
      }
    }
    VersionSource.Zip copied = new VersionSource.Zip(copy, signature);
    return new VersionSource(source.id(), source.files(), Optional.of(copied));
  }

  private static Path beside(Path archive, String ending) {
    return archive.resolveSibling(Folders.name(archive) + ending);
  }

  private static void closeAll(List<ContentSink> sinks) throws IOException {
    IOException failure = null;
    for (ContentSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
