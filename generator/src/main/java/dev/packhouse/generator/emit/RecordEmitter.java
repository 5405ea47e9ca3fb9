package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.RecordShapes;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.ShortRecord;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the two records of a version: what {@code /search} and what the package's page answers.
 */
public final class RecordEmitter {
  private RecordEmitter() {}

  /**
   * The records of one version.
   *
   * @param full JSON, ASCII, compact; nobody writes to it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Records(byte[] full, ShortRecord search) {}

  /**
   * The records of a version as it is published.
   *
   * @param deprecated the block that stands in all versions of the package, if one has one
   * @param download the archive that the records name
   * @param signed whether a signature lies beside that
   */
  public static Records records(
      RegistryPackage valid,
      Optional<ObjectNode> deprecated,
      ArchiveFormat download,
      boolean signed) {
    ObjectNode record = valid.record().deepCopy();
    String path =
        "/"
            + RegistryLayout.archive(
                "", valid.id().name(), valid.id().version().text(), download.extension());
    record.put("download", path);
    if (signed) {
      record.put("signature_path", path + ArchiveFiles.SIGNATURE);
    }
    deprecated.ifPresent(block -> record.set("deprecated", block));
    return new Records(
        RecordJson.write(record, RecordShapes.FULL),
        RecordJson.writeInParts(record, RecordShapes.SHORT));
  }
}
