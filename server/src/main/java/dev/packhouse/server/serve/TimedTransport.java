package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig.Limits;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sends and writes what it gets, and knows until when the client must have done
 * its part. At any time one thread reads and one writes.
 */
final class TimedTransport implements DataWriter {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long START = System.nanoTime();

  private final DataReader in;
  private final DataWriter out;
  private final @Nullable SocketChannel socket;
  private final Limits limits;

  /** What is written meanwhile goes nowhere else. */
  private @Nullable ByteArrayOutputStream kept;

  /** When the request must be there that has begun. */
  private volatile long requestBy = NEVER;

  private volatile long readBy = NEVER;
  private volatile long writtenBy = NEVER;
  private volatile long idleSince = NEVER;

  /** When something was last read or written, or was about to be. */
  private volatile long movedAt = now();

  /**
   * @param socket that {@code out} writes to, where that writes what it is given as it is
   */
  TimedTransport(DataReader in, DataWriter out, @Nullable SocketChannel socket, Limits limits) {
    this.in = in;
    this.out = out;
    this.socket = socket;
    this.limits = limits;
  }

  /** Nanoseconds since some time that never changes. */
  static long now() {
    return System.nanoTime() - START;
  }

  DataReader reader() {
    return DataReader.create(this::read);
  }

  /** Whether the client takes longer than it may to send a request, or to begin with one. */
  boolean readsTooLong(long now) {
    return now > readBy;
  }

  /** Whether the client takes longer than it may to take what is written. */
  boolean writesTooLong(long now) {
    return now > writtenBy;
  }

  /** How many nanoseconds there has been neither a request nor an answer; 0 where there is one. */
  long idle(long now) {
    return Math.max(0, now - idleSince);
  }

  /** How many nanoseconds the client has kept a request or an answer from going on. */
  long stalled(long now) {
    boolean client = (readBy != NEVER && idleSince == NEVER) || writtenBy != NEVER;
    return client ? unmoved(now) : 0;
  }

  /** How many nanoseconds nothing has been read and nothing written. */
  long unmoved(long now) {
    return Math.max(0, now - movedAt);
  }

  private byte[] read() {
    long now = now();
    movedAt = now;
    boolean between = requestBy == NEVER;
    readBy = between ? now + limits.idleTime().toNanos() : requestBy;
    idleSince = between ? now : NEVER;
    try {
      in.ensureAvailable();
    } finally {
      readBy = NEVER;
      idleSince = NEVER;
      movedAt = now();
    }
    if (between) {
      requestBy = now() + limits.requestTime().toNanos();
    }
    return in.readBytes(in.available());
  }

  @Override
  public void writeNow(BufferData buffer) {
    if (kept != null) {
      buffer.writeTo(kept);
      return;
    }
    beginWriting();
    try {
      out.writeNow(buffer);
    } finally {
      endWriting();
    }
  }

  private void beginWriting() {
    requestBy = NEVER;
    movedAt = now();
    writtenBy = movedAt + limits.writeTime().toNanos();
  }

  private void endWriting() {
    writtenBy = NEVER;
    movedAt = now();
  }

  /** What somebody writes here, instead of writing it. */
  byte[] keep(Runnable writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    kept = bytes;
    try {
      writer.run();
    } finally {
      kept = null;
    }
    return bytes.toByteArray();
  }

  /** Past Helidon, which would copy it. Buffers outside of the heap are for plain sockets only. */
  void write(ByteBuffer chunk) {
    if (socket == null) {
      writeNow(
          BufferData.create(
              chunk.array(), chunk.arrayOffset() + chunk.position(), chunk.remaining()));
      return;
    }
    beginWriting();
    try {
      while (chunk.hasRemaining()) {
        socket.write(chunk);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      endWriting();
    }
  }

  /** Whether what is written goes to the client as it is. */
  boolean isPlain() {
    return socket != null;
  }

  /**
   * Sends as much of a stretch of a file as the client takes at the moment. A file or a client that
   * fails is left to be met by who reads the one or writes to the other.
   */
  long send(FileChannel file, long from, long count) throws ClosedByInterruptException {
    beginWriting();
    try {
      return socket == null ? 0 : file.transferTo(from, count, socket);
    } catch (ClosedByInterruptException stopped) {
      throw stopped; // the file is closed with it, and would seem to fail
    } catch (IOException failure) {
      return 0;
    } finally {
      endWriting();
    }
  }

  @Override
  public void writeNow(BufferData... buffers) {
    writeNow(BufferData.create(buffers));
  }

  @Override
  public void write(BufferData buffer) {
    writeNow(buffer);
  }

  @Override
  public void write(BufferData... buffers) {
    writeNow(buffers);
  }

  @Override
  public void close() {
    out.close();
  }
}
