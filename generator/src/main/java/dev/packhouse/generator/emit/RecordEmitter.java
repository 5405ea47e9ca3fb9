package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.RecordShapes;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.ShortRecord;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the two records of a version: what {@code /search} and what the package's page answers.
 */
public final class RecordEmitter {
  private final ArchiveFormat download;

  /**
   * Makes records that name one of the archives.
   *
   * @param download the archive that records name
   */
  public RecordEmitter(ArchiveFormat download) {
    this.download = download;
  }

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
   * @param signed a signature of the zip is published beside it
   */
  public Records records(
      RegistryPackage accepted, Optional<ObjectNode> deprecated, boolean signed) {
    ObjectNode record = accepted.record().deepCopy();
    String name = accepted.id().name();
    String path = "/epr/" + name + "/" + accepted.id() + "." + download.extension();
    record.put("download", path);
    if (signed && download == ArchiveFormat.ZIP) {
      record.put("signature_path", path + ".sig");
    }
    deprecated.ifPresent(block -> record.set("deprecated", block));
    return new Records(
        RecordJson.write(record, RecordShapes.FULL),
        RecordJson.writeInParts(record, RecordShapes.SHORT));
  }
}
