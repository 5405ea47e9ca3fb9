package dev.packhouse.generator.emit;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** An archive being written, of which everything is known that is published beside it. */
final class ArchiveOutput extends FilterOutputStream {
  private static final int BUFFER = 64 * 1024;

  private final MessageDigest digest;
  private long size;

  private ArchiveOutput(OutputStream file, MessageDigest digest) {
    super(new BufferedOutputStream(new DigestOutputStream(file, digest), BUFFER));
    this.digest = digest;
  }

  static ArchiveOutput create(Path archive, FileOperations operations) throws IOException {
    return new ArchiveOutput(Channels.newOutputStream(operations.create(archive)), Sha256.start());
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    size += count;
  }

  /** In bytes, once it is closed. */
  long size() {
    return size;
  }

  /** Of all bytes, once it is closed; to be asked once. */
  String sha256() {
    return Sha256.finish(digest);
  }
}
