package dev.packhouse.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The shared corpora of packages, each unpacked once below the build's folder. Tests that need one
 * are skipped where there is none.
 */
public final class SharedCorpus {
  private static final Path UNPACKED = Path.of("../target/shared").toAbsolutePath().normalize();

  private SharedCorpus() {}

  /** The folder {@code packages} of a corpus. */
  public static synchronized Path packages(String corpus) {
    Path folder = UNPACKED.resolve(corpus);
    Path done = UNPACKED.resolve(corpus + ".done");
    if (!Files.exists(done)) {
      Path packed = SharedMaterial.path("corpus/" + corpus + ".tar.zst");
      try {
        unpackLocked(packed, folder, done);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return folder.resolve("packages");
  }

  /** Two modules may be tested at once, each in a process of its own. */
  private static void unpackLocked(Path packed, Path folder, Path done) throws IOException {
    Files.createDirectories(UNPACKED);
    try (FileChannel channel =
            FileChannel.open(
                UNPACKED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (!Files.exists(done)) {
        unpack(packed, folder);
        Files.createFile(done);
      }
    }
  }

  private static void unpack(Path packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(SharedMaterial.unpack(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the corpus holds " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.deleteIfExists(target);
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
