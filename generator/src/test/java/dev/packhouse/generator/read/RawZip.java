package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, so that they can say what no library would. */
final class RawZip {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int MADE_ON_UNIX = 3 << 8 | 20;

  private final List<Entry> entries = new ArrayList<>();

  /** What an entry claims of itself, and its data. */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      byte[] name,
      byte[] data,
      int flags,
      int method,
      long crc,
      long size,
      int mode,
      byte[] extra) {
    static Entry of(String name, String text) {
      byte[] data = text.getBytes(UTF_8);
      return new Entry(
          name.getBytes(UTF_8), data, 1 << 11, 0, crc(data), data.length, 0100644, new byte[0]);
    }

    static Entry deflated(String name, byte[] data) {
      return new Entry(
          name.getBytes(UTF_8), deflate(data), 0, 8, crc(data), data.length, 0100644, new byte[0]);
    }

    Entry named(byte[] value) {
      return new Entry(value, data, 0, method, crc, size, mode, extra);
    }

    Entry flags(int value) {
      return new Entry(name, data, value, method, crc, size, mode, extra);
    }

    Entry method(int value) {
      return new Entry(name, data, flags, value, crc, size, mode, extra);
    }

    Entry crc(long value) {
      return new Entry(name, data, flags, method, value, size, mode, extra);
    }

    Entry size(long value) {
      return new Entry(name, data, flags, method, crc, value, mode, extra);
    }

    Entry mode(int value) {
      return new Entry(name, data, flags, method, crc, size, value, extra);
    }

    Entry extra(byte[] value) {
      return new Entry(name, data, flags, method, crc, size, mode, value);
    }

    private static long crc(byte[] data) {
      CRC32 crc = new CRC32();
      crc.update(data);
      return crc.getValue();
    }

    private static byte[] deflate(byte[] data) {
      try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
        deflater.setInput(data);
        deflater.finish();
        byte[] packed = new byte[data.length + 100];
        return Arrays.copyOf(packed, deflater.deflate(packed));
      }
    }
  }

  static byte[] of(Entry... entries) {
    RawZip zip = new RawZip();
    zip.entries.addAll(List.of(entries));
    return zip.bytes();
  }

  private byte[] bytes() {
    Bytes all = new Bytes();
    List<Integer> offsets = new ArrayList<>();
    for (Entry entry : entries) {
      offsets.add(all.size());
      all.four(LOCAL).two(20);
      common(all, entry).bytes(entry.name).bytes(entry.extra).bytes(entry.data);
    }
    int start = all.size();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      all.four(CENTRAL).two(MADE_ON_UNIX).two(20);
      common(all, entry).two(0).two(0).two(0).four((long) entry.mode << 16).four(offsets.get(i));
      all.bytes(entry.name).bytes(entry.extra);
    }
    int size = all.size() - start;
    all.four(END).two(0).two(0).two(entries.size()).two(entries.size()).four(size).four(start);
    return all.two(0).toByteArray();
  }

  private static Bytes common(Bytes to, Entry entry) {
    to.two(entry.flags).two(entry.method).two(0).two(0x21).four(entry.crc);
    to.four(entry.data.length).four(entry.size).two(entry.name.length);
    return to.two(entry.extra.length);
  }

  /** Little-endian numbers. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes two(int value) {
      write(value);
      write(value >>> 8);
      return this;
    }

    Bytes four(long value) {
      return two((int) value).two((int) (value >>> 16));
    }

    Bytes bytes(byte[] value) {
      writeBytes(value);
      return this;
    }
  }
}
