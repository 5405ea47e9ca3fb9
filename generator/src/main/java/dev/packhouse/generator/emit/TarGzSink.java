package dev.packhouse.generator.emit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Packs a version as gzipped tar with one top folder. */
final class TarGzSink implements ContentSink {
  private static final int BUFFER = 64 * 1024;
  private static final String PAX_NAME = "././@PaxHeader";

  private final OutputStream file;
  private final DeflatedContents deflated;
  private final GzipSplicer gzip;

  /** Between the small pieces that come from the tar and what compresses them. */
  private final BufferedOutputStream blocks;

  private final TarArchiveOutputStream tar;
  private final String topFolder;
  private boolean finished;

  /** Takes over the stream. */
  TarGzSink(OutputStream out, DeflatedContents deflated, String topFolder) throws IOException {
    this.file = out;
    this.deflated = deflated;
    this.topFolder = topFolder;
    this.gzip = new GzipSplicer(out);
    this.blocks = new BufferedOutputStream(gzip, BUFFER);
    this.tar = new TarArchiveOutputStream(blocks, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_TRUNCATE);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
    putFolder(topFolder);
  }

  @Override
  public void folder(String path) throws IOException {
    putFolder(topFolder + "/" + path);
  }

  @Override
  public void file(String path, HeldFile content) throws IOException {
    startFile(path, content.length());
    if (DeflatedContents.isSpliced(content.length())) {
      blocks.flush();
      gzip.splice(content, deflated.of(content));
    }
    write(content.bytes(), content.length());
    endFile();
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
      gzip.abandon();
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
