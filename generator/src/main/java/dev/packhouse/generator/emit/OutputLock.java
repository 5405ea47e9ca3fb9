package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second generator away from an output folder. The system holds the lock and drops it when
 * its owner dies, however that happens; the file itself says nothing, and stays.
 */
final class OutputLock implements Closeable {
  private final FileChannel channel;
  private final Instant taken;

  private OutputLock(FileChannel channel, Instant taken) {
    this.channel = channel;
    this.taken = taken;
  }

  /**
   * @throws IOException if another generator has the lock, or the file cannot be opened
   */
  static OutputLock take(Path out, FileOperations operations) throws IOException {
    Path file = out.resolve(RegistryLayout.LOCK);
    operations.before("lock", file);
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            // Makes its time new.
            StandardOpenOption.TRUNCATE_EXISTING);
    try {
      if (tryLock(channel) == null) {
        throw new IOException("Another generator is writing to " + out);
      }
      return new OutputLock(channel, Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * When the lock was taken, by the clock that gives files their times: on a network file system
   * that is not this machine's.
   */
  Instant taken() {
    return taken;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Its owner is in this very process.
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
