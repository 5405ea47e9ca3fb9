package dev.packhouse.generator.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Holds an entry's bytes against what the zip says of them. */
final class ZipContent {
  private static final int BUFFER = 64 * 1024;

  private ZipContent() {}

  /**
   * Reads the entry to its end, and never past the size that it claims.
   *
   * @throws IOException if size or checksum are others, or the data cannot be unpacked
   */
  static void verify(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
        if (length > entry.getSize()) {
          throw new IOException("holds more than the " + entry.getSize() + " bytes it claims");
        }
        checksum.update(buffer, 0, read);
      }
    }
    if (length != entry.getSize()) {
      throw new IOException("holds " + length + " of the " + entry.getSize() + " bytes it claims");
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw new IOException("its checksum is wrong");
    }
  }
}
