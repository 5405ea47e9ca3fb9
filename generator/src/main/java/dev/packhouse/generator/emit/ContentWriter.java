package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the wanted parts of one version into the staging area, in one pass over its files. */
final class ContentWriter {
  private final StagingArea staging;
  private final FileOperations operations;

  ContentWriter(StagingArea staging, FileOperations operations) {
    this.staging = staging;
    this.operations = operations;
  }

  /** Returns the digest of the content. */
  String write(VersionSource source, boolean files, Set<ArchiveFormat> archives)
      throws IOException {
    operations.createFolders(staging.content(source.id()));
    boolean copiesZip = source.zip().isPresent() && archives.contains(ArchiveFormat.ZIP);
    // The copy is what is digested: it does not change any more, whatever happens to the source.
    VersionSource read = copiesZip ? withCopiedZip(source) : source;
    List<ContentSink> sinks = new ArrayList<>();
    try {
      if (files) {
        sinks.add(new FolderSink(operations, staging.files(source.id())));
      }
      if (archives.contains(ArchiveFormat.ZIP) && !copiesZip) {
        sinks.add(zipSink(source.id()));
      }
      if (archives.contains(ArchiveFormat.TAR_GZ)) {
        sinks.add(tarGzSink(source.id()));
      }
      return ContentPass.run(read, sinks);
    } finally {
      closeAll(sinks);
    }
  }

  /** Writes the checksum beside a staged archive, and says what is to be known of it. */
  PublishedArchive finishArchive(VersionSource source, ArchiveFormat format) throws IOException {
    Path archive = staging.archive(source.id(), format);
    String sha256 = Sha256.ofFile(archive);
    Path checksum = beside(archive, ArchiveFiles.CHECKSUM);
    try (OutputStream out = Channels.newOutputStream(operations.create(checksum))) {
      out.write(
          ArchiveFiles.checksumLine(sha256, Folders.name(archive))
              .getBytes(StandardCharsets.UTF_8));
    }
    boolean signed =
        format == ArchiveFormat.ZIP
            && source.zip().flatMap(VersionSource.Zip::signature).isPresent();
    return new PublishedArchive(format, Files.size(archive), sha256, signed);
  }

  private ContentSink zipSink(PackageId id) throws IOException {
    return new ZipSink(operations.create(staging.archive(id, ArchiveFormat.ZIP)), id.toString());
  }

  private ContentSink tarGzSink(PackageId id) throws IOException {
    Path archive = staging.archive(id, ArchiveFormat.TAR_GZ);
    return new TarGzSink(Channels.newOutputStream(operations.create(archive)), id.toString());
  }

  private VersionSource withCopiedZip(VersionSource source) throws IOException {
    VersionSource.Zip zip = source.zip().orElseThrow();
    Path copy = staging.archive(source.id(), ArchiveFormat.ZIP);
    copy(zip.path(), copy);
    Optional<Path> signature = Optional.empty();
    if (zip.signature().isPresent()) {
      signature = Optional.of(beside(copy, ArchiveFiles.SIGNATURE));
      copy(zip.signature().get(), signature.get());
    }
    VersionSource.Zip copied = new VersionSource.Zip(copy, signature);
    return new VersionSource(source.id(), source.files(), Optional.of(copied));
  }

  private void copy(Path from, Path to) throws IOException {
    try (OutputStream out = Channels.newOutputStream(operations.create(to))) {
      Files.copy(from, out);
    }
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
