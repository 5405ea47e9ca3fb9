package dev.packhouse.generator.emit;

/** What all archives have in common, so that the same content gives the same bytes everywhere. */
final class ArchiveConventions {
  /** 1980-01-01T00:00:00Z in milliseconds, as in zips; tar warns of times before that. */
  static final long TIME = 315_532_800_000L;

  static final int FILE_MODE = 0100644;
  static final int FOLDER_MODE = 040755;

  /** The default of zlib: 9 takes twice the time for a hundredth of the bytes. */
  static final int LEVEL = 6;

  private ArchiveConventions() {}
}
