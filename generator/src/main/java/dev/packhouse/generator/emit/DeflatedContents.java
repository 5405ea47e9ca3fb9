package dev.packhouse.generator.emit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses each content once in a run, however many versions hold it: four of five files are
 * copies of another. The compressed forms lie in a file of the staging area, which is gone before
 * anything is published. Safe for any number of threads; two that meet a new content at the same
 * time both compress it.
 */
final class DeflatedContents implements Closeable {
  /**
   * In bytes. The compressed form of such a file is put into a tar as it is, too. It cannot refer
   * to the files before it, which costs smaller ones too much: see {@code docs/performance.md}.
   */
  static final int LEAST_SPLICED = 64 << 10;

  /** Each takes some 200 bytes of memory. */
  private static final int MOST_CONTENTS = 100_000;

  private static final int BUFFER = 64 << 10;

  private record Region(long position, int length, long crc32) {}

  private final Path file;
  private final FileOperations operations;
  private final Cache<String, Region> regions =
      Caffeine.newBuilder().maximumSize(MOST_CONTENTS).executor(Runnable::run).build();

  /** A deflater takes longer to be made than to deflate a small file. */
  private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();

  private @Nullable SeekableByteChannel out;
  private @Nullable FileChannel in;
  private long end;

  /**
   * @param file is made when it is needed
   */
  DeflatedContents(Path file, FileOperations operations) {
    this.file = file;
    this.operations = operations;
  }

  static boolean isSpliced(long length) {
    return length >= LEAST_SPLICED;
  }

  Deflated of(HeldFile content) throws IOException {
    boolean open = isSpliced(content.length());
    Region known = regions.getIfPresent(content.sha256());
    if (known != null) {
      return new Deflated(read(known), known.crc32(), open);
    }
    CRC32 crc = new CRC32();
    crc.update(content.bytes(), 0, content.length());
    byte[] bytes = deflate(content, open);
    regions.put(content.sha256(), new Region(append(bytes), bytes.length, crc.getValue()));
    return new Deflated(bytes, crc.getValue(), open);
  }

  private byte[] deflate(HeldFile content, boolean open) {
    Deflater pooled = deflaters.poll();
    Deflater deflater =
        pooled == null ? new Deflater(ArchiveConventions.LEVEL, /* nowrap= */ true) : pooled;
    deflater.reset();
    deflater.setInput(content.bytes(), 0, content.length());
    if (!open) {
      deflater.finish();
    }
    ByteArrayOutputStream deflated = new ByteArrayOutputStream(content.length() / 4 + 64);
    byte[] buffer = new byte[Math.clamp(content.length(), 64, BUFFER)];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      deflated.write(buffer, 0, count);
    } while (count == buffer.length);
    deflaters.add(deflater);
    return deflated.toByteArray();
  }

  private synchronized long append(byte[] bytes) throws IOException {
    if (out == null) {
      operations.createFolders(file.resolveSibling(""));
      out = operations.create(file);
      in = FileChannel.open(file, StandardOpenOption.READ);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    long position = end;
    end += bytes.length;
    return position;
  }

  private byte[] read(Region region) throws IOException {
    FileChannel channel = reader();
    ByteBuffer buffer = ByteBuffer.allocate(region.length());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, region.position() + buffer.position()) < 0) {
        throw new IOException(file + " became shorter");
      }
    }
    return buffer.array();
  }

  private synchronized FileChannel reader() {
    if (in == null) {
      throw new IllegalStateException("Nothing was compressed yet");
    }
    return in;
  }

  /** Removes the file. What is asked for later is compressed anew. */
  @Override
  public synchronized void close() throws IOException {
    regions.invalidateAll();
    for (Deflater each = deflaters.poll(); each != null; each = deflaters.poll()) {
      each.end();
    }
    if (out != null && in != null) {
      out.close();
      in.close();
      out = null;
      in = null;
      end = 0;
      operations.deleteTree(file);
    }
  }
}
