package dev.packhouse.generator.emit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses a stream as gzip (RFC 1952), and takes stretches of it that are compressed already.
 * Behind such a stretch the data can refer back into it as if it had been compressed here.
 */
final class GzipSplicer extends OutputStream {
  private static final int BUFFER = 64 << 10;

  /** How far back deflate can refer. */
  private static final int WINDOW = 32 << 10;

  /** Deflate, no flags, no time, no extra flags, unknown system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

  private final OutputStream out;
  private final Deflater deflater = new Deflater(ArchiveConventions.LEVEL, /* nowrap= */ true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private long length;
  private int spliced;
  private boolean finished;

  /** Takes over the stream. */
  GzipSplicer(OutputStream out) throws IOException {
    this.out = out;
    out.write(HEADER);
  }

  /**
   * Puts the compressed form of what will be written next.
   *
   * @param deflated of exactly this content; open at its end
   */
  void splice(HeldFile content, Deflated deflated) throws IOException {
    if (spliced > 0 || !deflated.open()) {
      throw new IllegalStateException("A stretch must end before the next, and be open");
    }
    drain(Deflater.SYNC_FLUSH);
    out.write(deflated.bytes());
    spliced = content.length();
    deflater.reset();
    int window = Math.min(WINDOW, content.length());
    deflater.setDictionary(content.bytes(), content.length() - window, window);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    crc.update(bytes, offset, count);
    length += count;
    int skipped = Math.min(spliced, count);
    spliced -= skipped;
    deflater.setInput(bytes, offset + skipped, count - skipped);
    drain(Deflater.NO_FLUSH);
  }

  /** Ends the stream, but does not close that beneath. */
  void finish() throws IOException {
    if (spliced > 0) {
      throw new IllegalStateException(spliced + " bytes of a stretch were not written");
    }
    if (!finished) {
      finished = true;
      deflater.finish();
      drain(Deflater.NO_FLUSH);
      ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      trailer.putInt((int) crc.getValue()).putInt((int) length);
      out.write(trailer.array());
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      finish();
    } finally {
      abandon();
    }
  }

  /** Ends without a whole stream, and leaves that beneath open. */
  void abandon() {
    deflater.end();
  }

  private void drain(int flush) throws IOException {
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, flush);
      out.write(buffer, 0, count);
    } while (count == buffer.length);
  }
}
