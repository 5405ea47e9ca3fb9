package dev.packhouse.server.serve;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the bodies of one HTTP/2 connection within the window that its client gives to all of them:
 * RFC 9113, section 6.9. Helidon 4.5 looks at that window, writes, and only then counts. So several
 * streams may each take the same rest of it, and either the client ends the connection for that, or
 * Helidon does when the client gives more and its own count stays below zero. Here the window is
 * counted under a lock, and what is too much waits. Helidon is made to believe in a window that is
 * wide enough for whatever it does, and streams wait for room before they write.
 */
final class ConnectionWindow implements DataWriter {
  /** RFC 9113, section 6.9.2: settings do not change it, only updates do. */
  private static final int INITIAL = 65_535;

  /** RFC 9113, section 6.9.1. */
  private static final int WIDEST = Integer.MAX_VALUE;

  /** More than streams can have written without Helidon having counted it. */
  private static final int NOT_YET_COUNTED = 64 << 20;

  /** What Helidon is told before anything else. */
  static final int HEAD_START = WIDEST - INITIAL - NOT_YET_COUNTED;

  private final DataWriter out;
  private final Duration patience;
  private final OpenStreams streams;
  private final Lock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<DataFrame> waiting = new ArrayDeque<>();
  private long left = INITIAL;
  private int written;
  private boolean closed;

  /**
   * @param patience how long a client may take nothing of an answer
   * @param streams are told what is written
   */
  ConnectionWindow(DataWriter out, Duration patience, OpenStreams streams) {
    this.out = out;
    this.patience = patience;
    this.streams = streams;
  }

  /**
   * Called where the client gives more.
   *
   * @return by how much Helidon's window becomes wider: by what it has written since it was told
   *     the last time
   */
  int widen(int increment) {
    lock.lock();
    try {
      left += increment;
      if (left > WIDEST) {
        return WIDEST; // too much for Helidon, too: it ends the connection
      }
      sendWaiting();
      int told = written;
      written = 0;
      return told;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until nothing waits to be sent.
   *
   * @throws CloseConnectionException the client has gone, or has given no more all the time
   */
  void awaitRoom() {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (!waiting.isEmpty()) {
        if (closed || nanos <= 0) {
          throw new CloseConnectionException("the client takes no more");
        }
        nanos = room.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      throw new CloseConnectionException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waiting: nobody listens any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * @param frame a whole one
   */
  @Override
  public void writeNow(BufferData frame) {
    lock.lock();
    try {
      Frame head = Frame.head(frame);
      streams.sent(head);
      if (head.type() != Frame.DATA) {
        out.writeNow(frame);
        return;
      }
      int length = head.length();
      written += length;
      if (waiting.isEmpty() && length <= left) {
        left -= length;
        out.writeNow(frame);
      } else {
        waiting.add(DataFrame.copy(frame));
        sendWaiting();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void writeNow(BufferData... frame) {
    writeNow(BufferData.create(frame));
  }

  @Override
  public void write(BufferData frame) {
    writeNow(frame);
  }

  @Override
  public void write(BufferData... frame) {
    writeNow(frame);
  }

  /** In the order they came in, so that the frames of one stream stay in theirs. */
  private void sendWaiting() {
    while (!waiting.isEmpty() && waiting.element().length() <= left) {
      send(waiting.remove());
    }
    if (waiting.isEmpty()) {
      room.signalAll();
    } else if (left > 0) {
      DataFrame frame = waiting.remove();
      waiting.addFirst(frame.from((int) left));
      send(frame.until((int) left));
    }
  }

  private void send(DataFrame frame) {
    left -= frame.length();
    out.writeNow(frame.buffer());
  }
}
