package dev.packhouse.generator.model;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which a package version is archived. */
public enum ArchiveFormat {
  ZIP("zip", "application/zip"),
  TAR_GZ("tar.gz", "application/gzip");

  /** Of what lies beside an archive that is signed. */
  public static final String SIGNATURE_MEDIA_TYPE = "application/pgp-signature";

  private final String extension;
  private final String mediaType;

  ArchiveFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The end of the archive's file name, without a dot before it. */
  public String extension() {
    return extension;
  }

  /** Without parameters. */
  public String mediaType() {
    return mediaType;
  }

  public static Optional<ArchiveFormat> parse(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
  }
}
