package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.ArchiveFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the formats of archives as options name them. */
final class ArchiveFormatConverter implements ITypeConverter<ArchiveFormat> {
  @Override
  public ArchiveFormat convert(String value) {
    return ArchiveFormat.parse(value)
        .orElseThrow(
            () -> new TypeConversionException("expected tar.gz or zip but was '" + value + "'"));
  }
}
