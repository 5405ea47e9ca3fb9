package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.ArchiveFormat;
import java.util.List;

/** Reads the formats of archives as options name them. */
final class ArchiveFormatConverter extends WordConverter<ArchiveFormat> {
  ArchiveFormatConverter() {
    super(List.of(ArchiveFormat.TAR_GZ, ArchiveFormat.ZIP), ArchiveFormat::extension);
  }
}
