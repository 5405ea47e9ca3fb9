package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Packs a version as zip with one top folder. */
final class ZipSink implements ContentSink {
  private final SeekableByteChannel file;
  private final ZipArchiveOutputStream zip;
  private final String topFolder;
  private boolean finished;

  /** Takes over the channel; sizes are patched into it, so that no entry needs a descriptor. */
  ZipSink(SeekableByteChannel channel, String topFolder) throws IOException {
    this.file = channel;
    this.zip = new ZipArchiveOutputStream(channel);
    this.topFolder = topFolder;
    zip.setEncoding("UTF-8");
    zip.setLevel(ArchiveConventions.LEVEL);
    zip.setUseZip64(Zip64Mode.AsNeeded);
    putFolder(topFolder);
  }

  @Override
  public void folder(String path) throws IOException {
    putFolder(topFolder + "/" + path);
  }

  @Override
  public void startFile(String path, long size) throws IOException {
    ZipArchiveEntry entry = new TimelessEntry(topFolder + "/" + path);
    entry.setUnixMode(ArchiveConventions.FILE_MODE);
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setSize(size);
    zip.putArchiveEntry(entry);
  }

  @Override
  public void write(byte[] buffer, int length) throws IOException {
    zip.write(buffer, 0, length);
  }

  @Override
  public void endFile() throws IOException {
    zip.closeArchiveEntry();
  }

  @Override
  public void finish() throws IOException {
    zip.finish();
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      zip.close();
    } else {
      // Closing the zip would complain of the open entry and hide the real failure.
      file.close();
    }
  }

  private void putFolder(String path) throws IOException {
    ZipArchiveEntry entry = new TimelessEntry(path + "/");
    entry.setUnixMode(ArchiveConventions.FOLDER_MODE);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(0);
    entry.setCrc(0);
    zip.putArchiveEntry(entry);
    zip.closeArchiveEntry();
  }

  /**
   * An entry of a time before 1980 in every zone, for which the writer puts the oldest that zip
   * knows, 1980-01-01. A time that is set would pass through the default zone, or be kept exactly
   * in an extra field.
   */
  private static final class TimelessEntry extends ZipArchiveEntry {
    TimelessEntry(String name) {
      super(name);
    }

    @Override
    public long getTime() {
      return 0;
    }
  }
}
