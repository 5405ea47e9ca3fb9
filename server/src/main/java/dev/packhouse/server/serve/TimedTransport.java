package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig.Limits;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;

/**
 * Reads what a client sends and writes what it gets, and knows until when the client must have done
 * its part. At any time one thread reads and one writes.
 */
final class TimedTransport implements DataWriter {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long START = System.nanoTime();

  private final DataReader in;
  private final DataWriter out;
  private final Limits limits;

  /** When the request must be there that has begun. */
  private volatile long requestBy = NEVER;

  private volatile long readBy = NEVER;
  private volatile long writtenBy = NEVER;
  private volatile long idleSince = NEVER;

  /** When something was last read or written, or was about to be. */
  private volatile long movedAt = now();

  TimedTransport(DataReader in, DataWriter out, Limits limits) {
    this.in = in;
    this.out = out;
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
    requestBy = NEVER;
    movedAt = now();
    writtenBy = movedAt + limits.writeTime().toNanos();
    try {
      out.writeNow(buffer);
    } finally {
      writtenBy = NEVER;
      movedAt = now();
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
