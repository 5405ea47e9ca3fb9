package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.packhouse.server.query.ChangesQuery;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The file {@code changes.json} of a generation: a JSON array with an entry on each line, which
 * begins with its cursor. The cursors grow, so an entry is found by looking at a few of the lines,
 * and nothing of the file is held.
 */
final class ChangesFile implements AutoCloseable {
  /**
   * A stretch of the list.
   *
   * @param json an array
   * @param next the cursor of its last entry, where others come behind that
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares pages
  record Page(byte[] json, OptionalLong next) {}

  private static final String START = "[\n";
  private static final String CURSOR = "{\"cursor\":";

  /** From here on, reading line by line is faster than looking for a place in between. */
  private static final int NEAR = 8 << 10;

  private final Path file;
  private final FileChannel channel;
  private final long size;

  private ChangesFile(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
  }

  static ChangesFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      return new ChangesFile(file, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * The entries that are asked for.
   *
   * @throws IOException the file is damaged
   */
  Page page(ChangesQuery query) throws IOException {
    Lines lines = new Lines(near(query.since()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long last = query.since();
    int entries = 0;
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      long cursor = cursor(line.get());
      if (cursor > query.since()) {
        if (entries == query.limit()) {
          return page(out, OptionalLong.of(last));
        }
        out.writeBytes(((entries == 0 ? START : ",\n") + line.get()).getBytes(US_ASCII));
        entries++;
        last = cursor;
      }
      line = lines.next();
    }
    return page(out, OptionalLong.empty());
  }

  private static Page page(ByteArrayOutputStream entries, OptionalLong next) {
    entries.writeBytes((entries.size() == 0 ? "[]\n" : "\n]\n").getBytes(US_ASCII));
    return new Page(entries.toByteArray(), next);
  }

  /** The start of a line, before which no entry has a greater cursor, and not far before it. */
  private long near(long since) throws IOException {
    long from = START.length();
    long to = size;
    while (to - from > NEAR) {
      long middle = from + (to - from) / 2;
      Lines lines = new Lines(middle);
      lines.skipRest();
      long start = lines.position();
      Optional<String> line = start < to ? lines.next() : Optional.empty();
      if (line.isPresent() && cursor(line.get()) <= since) {
        from = start;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private long cursor(String line) throws IOException {
    int end = line.indexOf(',');
    if (line.startsWith(CURSOR) && end > 0) {
      try {
        return Long.parseLong(line, CURSOR.length(), end, 10);
      } catch (NumberFormatException damaged) {
        throw damaged(line);
      }
    }
    throw damaged(line);
  }

  private IOException damaged(String line) {
    return new IOException(
        "%s is damaged: there is a line that begins %.40s".formatted(file, line));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Reads entries from some place on. */
  private final class Lines {
    private static final int LONGEST = 64 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocate(NEAR).limit(0);
    private long read;

    Lines(long from) {
      read = from;
    }

    /** Of the byte that comes next. */
    long position() {
      return read - buffer.remaining();
    }

    /** Goes on behind the next line break. */
    void skipRest() throws IOException {
      while (nextByte() != '\n') {}
    }

    /** The next entry, without what stands behind it; nothing at the end of the array. */
    Optional<String> next() throws IOException {
      if (position() >= size) {
        return Optional.empty();
      }
      StringBuilder line = new StringBuilder();
      for (int c = nextByte(); c != '\n'; c = nextByte()) {
        line.append((char) c);
        if (line.length() > LONGEST) {
          throw damaged(line.toString());
        }
      }
      String text = line.toString();
      if (text.equals("]") || text.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(text.endsWith(",") ? text.substring(0, text.length() - 1) : text);
    }

    private int nextByte() throws IOException {
      if (!buffer.hasRemaining()) {
        buffer.clear();
        int count = channel.read(buffer, read);
        buffer.flip();
        if (count <= 0) {
          throw new EOFException(file + " is damaged: it has no end");
        }
        read += count;
      }
      return buffer.get() & 0xff;
    }
  }
}
