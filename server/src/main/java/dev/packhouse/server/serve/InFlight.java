package dev.packhouse.server.serve;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The account of the memory and the open files that answers under way take together. An answer that
 * would take more than there is left is not given.
 */
final class InFlight {
  /** Enough to keep a connection busy that has more patience than memory. */
  static final int SMALL_CHUNK = 16 * 1024;

  /** Chunks are large for as long as there are few: for a quarter of the memory. */
  private static final int LARGE_SHARE = 4;

  /** Helidon copies the first chunk of a stream, and what waits for the window is copied again. */
  private static final int COPIES_OVER_HTTP2 = 3;

  private final long most;
  private final int mostFiles;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param most bytes at a time
   * @param mostFiles open at a time
   */
  InFlight(long most, int mostFiles) {
    this.most = most;
    this.mostFiles = mostFiles;
  }

  /**
   * What an answer takes, until it is given back.
   *
   * @param files that are open all the time
   * @param chunk how many bytes of a body that is read while it is sent are held at once
   * @param sharing memory beside those bytes that others have, too
   */
  record Share(long bytes, int files, int chunk, Optional<Sharing> sharing) {
    Share(long bytes, int files, int chunk) {
      this(bytes, files, chunk, Optional.empty());
    }
  }

  /**
   * Nothing where memory or files do not suffice. A body without a byte takes neither, and a file
   * that fits into one chunk is closed again before that is sent.
   */
  Optional<Share> take(Body body, boolean http2) {
    boolean few = taken.get() + ChunkedOutput.CHUNK < most / LARGE_SHARE;
    int chunk = few && !http2 ? ChunkedOutput.CHUNK : SMALL_CHUNK;
    long buffers = Math.min(body.length(), chunk) * (http2 ? COPIES_OVER_HTTP2 : 1);
    int files = body.isFile() && body.length() > chunk ? 1 : 0;
    Optional<Sharing> sharing = body instanceof Body.Held held ? held.sharing() : Optional.empty();
    Share share = new Share(body.memory() + buffers, files, chunk, sharing);
    long shared = sharing.isPresent() ? sharing.get().join() : 0;
    boolean tooMuch = taken.addAndGet(share.bytes() + shared) > most && share.bytes() > 0;
    boolean tooMany = open.addAndGet(files) > mostFiles && files > 0;
    if (tooMuch || tooMany) {
      giveBack(share);
      return Optional.empty();
    }
    return Optional.of(share);
  }

  void giveBack(Share share) {
    long shared = share.sharing().isPresent() ? share.sharing().get().leave() : 0;
    taken.addAndGet(-share.bytes() - shared);
    open.addAndGet(-share.files());
  }
}
