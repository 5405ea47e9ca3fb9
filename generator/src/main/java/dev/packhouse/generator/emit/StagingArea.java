package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import java.nio.file.Path;

/**
 * Where a run keeps what is not published yet: on the file system of the output, so that it can be
 * renamed from here.
 */
record StagingArea(Path root) {
  static StagingArea of(Path out, String run) {
    return new StagingArea(out.resolve(RegistryLayout.STAGING).resolve(run));
  }

  /** Files and archives of one version. */
  Path content(PackageId id) {
    return root.resolve("content").resolve(id.name()).resolve(id.version().text());
  }

  Path files(PackageId id) {
    return content(id).resolve("files");
  }

  Path archive(PackageId id, ArchiveFormat format) {
    return content(id).resolve(id + "." + format.extension());
  }

  Path record(PackageId id) {
    return root.resolve("records").resolve(id.name()).resolve(id.version().text() + ".json");
  }

  Path generation() {
    return root.resolve("generation");
  }

  Path index() {
    return generation().resolve(RegistryLayout.LUCENE_INDEX);
  }

  Path text() {
    return generation().resolve(RegistryLayout.TEXT_INDEX);
  }

  /** For copies of the generation's files, on their way to plain hosts. */
  Path copies() {
    return root.resolve("copies");
  }

  /** Compressed contents, for as long as archives are made of them. */
  Path deflated() {
    return root.resolve("deflated");
  }

  /** For single files that are renamed to their place. */
  Path top() {
    return root.resolve("top");
  }

  /** For leftovers that stand where something has to go. */
  Path trash() {
    return root.resolve("trash");
  }
}
