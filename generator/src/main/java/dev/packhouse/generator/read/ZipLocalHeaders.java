package dev.packhouse.generator.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Holds the header before each entry's data against the zip's directory. Programs that unpack while
 * they download read the one, others the other, and a zip is published as it came: both have to say
 * the same.
 */
final class ZipLocalHeaders {
  private static final int SIGNATURE = 0x04034b50;
  private static final int LENGTH = 30;
  private static final int ENCRYPTED = 1;

  /** The checksum and the sizes stand behind the data. */
  private static final int DESCRIPTOR = 1 << 3;

  /** Stands for a size that is in an extra field. */
  private static final long ZIP64 = 0xffff_ffffL;

  private final SeekableByteChannel zip;
  private long end;

  private ZipLocalHeaders(SeekableByteChannel zip) {
    this.zip = zip;
  }

  /** Gives what is wrong with the first entry of which something is. */
  static Optional<String> problem(SeekableByteChannel zip, List<ZipArchiveEntry> entries)
      throws IOException {
    ZipLocalHeaders headers = new ZipLocalHeaders(zip);
    List<ZipArchiveEntry> inPlace =
        entries.stream()
            .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
            .toList();
    for (ZipArchiveEntry entry : inPlace) {
      Optional<String> problem = headers.problem(entry);
      if (problem.isPresent()) {
        return problem.map(it -> entry.getName() + " " + it);
      }
    }
    return Optional.empty();
  }

  private Optional<String> problem(ZipArchiveEntry entry) throws IOException {
    long start = entry.getLocalHeaderOffset();
    if (start < end) {
      return Optional.of("shares its bytes with another entry");
    }
    ByteBuffer header = read(start, LENGTH);
    if (header.remaining() < LENGTH || header.getInt(0) != SIGNATURE) {
      return Optional.of("has no header before its data");
    }
    int nameLength = Short.toUnsignedInt(header.getShort(26));
    byte[] name = new byte[nameLength];
    ByteBuffer stored = read(start + LENGTH, nameLength);
    stored.get(name, 0, stored.remaining());
    long data = start + LENGTH + nameLength + Short.toUnsignedInt(header.getShort(28));
    end = data + entry.getCompressedSize();
    return Arrays.equals(name, entry.getRawName()) && agrees(header, entry)
        ? Optional.empty()
        : Optional.of("is described in two ways, before its data and in the directory");
  }

  private static boolean agrees(ByteBuffer header, ZipArchiveEntry entry) {
    int flags = header.getShort(6);
    return ((flags ^ entry.getRawFlag()) & ENCRYPTED) == 0
        && Short.toUnsignedInt(header.getShort(8)) == entry.getMethod()
        && ((flags & DESCRIPTOR) != 0
            || (Integer.toUnsignedLong(header.getInt(14)) == entry.getCrc()
                && sameSize(header.getInt(18), entry.getCompressedSize())
                && sameSize(header.getInt(22), entry.getSize())));
  }

  private static boolean sameSize(int stored, long size) {
    long value = Integer.toUnsignedLong(stored);
    return value == size || value == ZIP64;
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    zip.position(position);
    while (bytes.hasRemaining() && zip.read(bytes) >= 0) {}
    return bytes.flip();
  }
}
