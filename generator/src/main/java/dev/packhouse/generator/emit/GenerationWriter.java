package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes the files of a generation into the staging area; the index is there already. */
final class GenerationWriter {
  private static final int BUFFER = 64 * 1024;

  private final StagingArea staging;
  private final FileOperations operations;

  GenerationWriter(StagingArea staging, FileOperations operations) {
    this.staging = staging;
    this.operations = operations;
  }

  /**
   * @param versions in the order in which they are to be listed
   * @param files feeds and pages are there already
   */
  void write(
      Collection<PublishedVersion> versions,
      Listings listings,
      ChangeList changes,
      StagedFiles files)
      throws IOException {
    operations.createFolders(staging.generation());
    files.write(RegistryLayout.INDEX_JSON, listings.index());
    files.write(RegistryLayout.SEARCH_JSON, listings.search());
    files.write(RegistryLayout.SEARCH_ALL_JSON, listings.searchAll());
    files.write(RegistryLayout.CATEGORIES_JSON, listings.categories());
    files.write(RegistryLayout.OPENAPI_JSON, listings.openApi());
    files.write(RegistryLayout.ARCHIVES_JSON, out -> writeArchives(versions, out));
    write(RegistryLayout.FILES, out -> FileList.write(files.list(), out));
    write(RegistryLayout.CHANGES_JSON, changes::writeTo);
    write(RegistryLayout.VERSIONS, out -> writeVersions(versions, out));
    // All else was made with its mode, and pages may be many.
    for (Path index : List.of(staging.index(), staging.text())) {
      if (Files.isDirectory(index)) {
        operations.setModes(index);
      }
    }
  }

  private void write(String name, Listings.Body body) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Channels.newOutputStream(operations.create(staging.generation().resolve(name))),
            BUFFER)) {
      body.writeTo(out);
    }
  }

  private static void writeVersions(Collection<PublishedVersion> versions, OutputStream out)
      throws IOException {
    for (PublishedVersion version : versions) {
      out.write(VersionLine.toJson(version));
    }
  }

  private static void writeArchives(Collection<PublishedVersion> versions, OutputStream out)
      throws IOException {
    String separator = "[\n";
    for (PublishedVersion version : versions) {
      VersionContent content = version.content();
      for (PublishedArchive archive : content.archives()) {
        ObjectNode entry =
            Json.MAPPER
                .createObjectNode()
                .put("path", content.archive(archive.format()))
                .put("size", archive.size())
                .put("sha256", archive.sha256());
        out.write(
            (separator + Json.MAPPER.writeValueAsString(entry))
                .getBytes(StandardCharsets.US_ASCII));
        separator = ",\n";
      }
    }
    out.write((separator.startsWith("[") ? "[]\n" : "\n]\n").getBytes(StandardCharsets.US_ASCII));
  }
}
