package dev.packhouse.generator.emit;

import java.util.ArrayList;
import java.util.List;

/** The files that lie beside an archive and are published with it. */
final class ArchiveFiles {
  static final String CHECKSUM = ".sha256";
  static final String SIGNATURE = ".sig";

  private ArchiveFiles() {}

  /** What is to be added to the archive's path: nothing for itself, then the endings. */
  static List<String> endings(PublishedArchive archive) {
    List<String> endings = new ArrayList<>(List.of("", CHECKSUM));
    if (archive.signed()) {
      endings.add(SIGNATURE);
    }
    return endings;
  }

  /** A checksum file's only line, as {@code sha256sum -c} reads it. */
  static String checksumLine(String sha256, String fileName) {
    return sha256 + "  " + fileName + "\n";
  }
}
