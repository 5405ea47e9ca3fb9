package dev.packhouse.generator.model;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which a package version is archived. */
public enum ArchiveFormat {
  ZIP("zip"),
  TAR_GZ("tar.gz");

  private final String extension;

  ArchiveFormat(String extension) {
    this.extension = extension;
  }

  /** The end of the archive's file name, without a dot before it. */
  public String extension() {
    return extension;
  }

  public static Optional<ArchiveFormat> parse(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
  }
}
