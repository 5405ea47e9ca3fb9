package dev.packhouse.generator.emit;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs a version as zip with one top folder. Entries are compressed before they are put, so their
 * sizes are known, and none needs a descriptor behind it.
 */
final class ZipSink implements ContentSink {
  private static final int BUFFER = 64 * 1024;

  /**
   * Before 1980 in every zone. For such a time the writer puts the oldest that zip knows,
   * 1980-01-01; a later one would pass through the default zone, and one set as an instant would be
   * kept exactly in an extra field.
   */
  private static final LocalDateTime BEFORE_1980 = LocalDateTime.of(1979, 7, 1, 0, 0);

  private final OutputStream file;
  private final DeflatedContents deflated;
  private final Path spill;
  private final FileOperations operations;
  private final ZipArchiveOutputStream zip;
  private final String topFolder;
  private @Nullable LargeEntry large;
  private boolean finished;

  /**
   * Takes over the stream.
   *
   * @param spill for the compressed form of a file that is too large to be held
   */
  ZipSink(
      OutputStream out,
      DeflatedContents deflated,
      Path spill,
      FileOperations operations,
      String topFolder)
      throws IOException {
    this.file = out;
    this.deflated = deflated;
    this.spill = spill;
    this.operations = operations;
    this.zip = new ZipArchiveOutputStream(out);
    this.topFolder = topFolder;
    zip.setEncoding("UTF-8");
    zip.setUseZip64(Zip64Mode.AsNeeded);
    putFolder(topFolder);
  }

  @Override
  public void folder(String path) throws IOException {
    putFolder(topFolder + "/" + path);
  }

  @Override
  public void file(String path, HeldFile content) throws IOException {
    Deflated form = deflated.of(content);
    put(
        path,
        content.length(),
        form.crc32(),
        form.length(),
        new SequenceInputStream(
            new ByteArrayInputStream(form.bytes()), new ByteArrayInputStream(form.end())));
  }

  @Override
  public void startFile(String path, long size) throws IOException {
    large = new LargeEntry(path, size, Channels.newOutputStream(operations.create(spill)));
  }

  @Override
  public void write(byte[] buffer, int length) throws IOException {
    if (large == null) {
      throw new IllegalStateException("No file was started");
    }
    large.write(buffer, length);
  }

  @Override
  public void endFile() throws IOException {
    if (large != null) {
      LargeEntry entry = large;
      large = null;
      entry.out.close();
      try (InputStream compressed = Files.newInputStream(spill)) {
        put(entry.path, entry.size, entry.crc.getValue(), Files.size(spill), compressed);
      }
      operations.deleteTree(spill);
    }
  }

  @Override
  public void finish() throws IOException {
    zip.finish();
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (large != null) {
      large.out.close();
    }
    if (finished) {
      zip.close();
    } else {
      // Closing the zip would complain of the open entry and hide the real failure.
      file.close();
    }
  }

  /** The name begins with the top folder. */
  private static ZipArchiveEntry entry(String name, int mode, int method) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(BEFORE_1980);
    entry.setUnixMode(mode);
    entry.setMethod(method);
    return entry;
  }

  private void put(String path, long size, long crc32, long compressedSize, InputStream compressed)
      throws IOException {
    ZipArchiveEntry entry =
        entry(topFolder + "/" + path, ArchiveConventions.FILE_MODE, ZipEntry.DEFLATED);
    entry.setSize(size);
    entry.setCrc(crc32);
    entry.setCompressedSize(compressedSize);
    zip.addRawArchiveEntry(entry, compressed);
  }

  private void putFolder(String path) throws IOException {
    ZipArchiveEntry entry = entry(path + "/", ArchiveConventions.FOLDER_MODE, ZipEntry.STORED);
    entry.setSize(0);
    entry.setCrc(0);
    entry.setCompressedSize(0);
    zip.addRawArchiveEntry(entry, InputStream.nullInputStream());
  }

  /** A file whose compressed size is known only once all of it was there. */
  private static final class LargeEntry {
    private final String path;
    private final long size;
    private final CRC32 crc = new CRC32();
    private final DeflaterOutputStream out;

    LargeEntry(String path, long size, OutputStream out) {
      this.path = path;
      this.size = size;
      this.out =
          new DeflaterOutputStream(
              new BufferedOutputStream(out, BUFFER),
              new Deflater(ArchiveConventions.LEVEL, /* nowrap= */ true),
              BUFFER);
    }

    void write(byte[] buffer, int length) throws IOException {
      crc.update(buffer, 0, length);
      out.write(buffer, 0, length);
    }
  }
}
