package dev.packhouse.generator.emit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Packs a version as gzipped tar with one top folder. */
final class TarGzSink implements ContentSink {
  private static final int BUFFER = 64 * 1024;
  private static final int NO_OPERATING_SYSTEM = 255;
  private static final String PAX_NAME = "././@PaxHeader";

  private final OutputStream file;
  private final TarArchiveOutputStream tar;
  private final String topFolder;
  private boolean finished;

  /** Takes over the stream. */
  TarGzSink(OutputStream out, String topFolder) throws IOException {
    this.file = out;
    this.topFolder = topFolder;
    OutputStream gzip =
        new GzipCompressorOutputStream(new BufferedOutputStream(out, BUFFER), gzipParameters());
    this.tar = new TarArchiveOutputStream(gzip, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_TRUNCATE);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
    putFolder(topFolder);
  }

  private static GzipParameters gzipParameters() {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(ArchiveConventions.LEVEL);
    parameters.setModificationInstant(Instant.EPOCH);
    parameters.setOperatingSystem(NO_OPERATING_SYSTEM);
    return parameters;
  }

  @Override
  public void folder(String path) throws IOException {
    putFolder(topFolder + "/" + path);
  }

  @Override
  public void startFile(String path, long size) throws IOException {
    put(new TarArchiveEntry(topFolder + "/" + path), ArchiveConventions.FILE_MODE, size);
  }

  @Override
  public void write(byte[] buffer, int length) throws IOException {
    tar.write(buffer, 0, length);
  }

  @Override
  public void endFile() throws IOException {
    tar.closeArchiveEntry();
  }

  @Override
  public void finish() throws IOException {
    tar.finish();
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      tar.close();
    } else {
      // Closing the tar would complain of the missing end and hide the real failure.
      file.close();
    }
  }

  private void putFolder(String path) throws IOException {
    put(new TarArchiveEntry(path + "/"), ArchiveConventions.FOLDER_MODE, 0);
    tar.closeArchiveEntry();
  }

  private void put(TarArchiveEntry entry, int mode, long size) throws IOException {
    byte[] name = entry.getName().getBytes(StandardCharsets.UTF_8);
    if (name.length >= TarConstants.NAMELEN || name.length != entry.getName().length()) {
      putPaxHeader(name);
    }
    putPlain(entry, mode, size);
  }

  /**
   * Gives the next entry a name that is long or beyond ASCII. Commons Compress can do so as well,
   * but leaves time and owner of that header to chance.
   */
  private void putPaxHeader(byte[] name) throws IOException {
    byte[] header = PaxHeader.path(name);
    putPlain(
        new TarArchiveEntry(PAX_NAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC),
        ArchiveConventions.FILE_MODE,
        header.length);
    tar.write(header);
    tar.closeArchiveEntry();
  }

  private void putPlain(TarArchiveEntry entry, int mode, long size) throws IOException {
    entry.setMode(mode);
    entry.setSize(size);
    entry.setModTime(ArchiveConventions.TIME);
    entry.setIds(0, 0);
    entry.setNames("", "");
    tar.putArchiveEntry(entry);
  }
}
