package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run holds from its beginning to its end: the lock, and the staging area it guards. */
record RunResources(
    OutputLock lock, Durability durability, Path stagingFolder, FileOperations operations)
    implements Closeable {
  static RunResources take(Path out, FileOperations operations) throws IOException {
    operations.createFolders(out);
    refuseForeign(out);
    OutputLock lock = OutputLock.take(out, operations);
    RunResources resources =
        new RunResources(
            lock,
            Durability.open(operations, out),
            out.resolve(RegistryLayout.STAGING),
            operations);
    try {
      operations.deleteTree(resources.stagingFolder());
    } catch (IOException | RuntimeException e) {
      resources.release();
      throw e;
    }
    return resources;
  }

  /**
   * A run ends with removing what no generation names. The lock file tells a folder that is for
   * registries from one where somebody keeps other things under these names.
   */
  private static void refuseForeign(Path out) throws IOException {
    if (Files.exists(out.resolve(RegistryLayout.LOCK))
        || Files.exists(out.resolve(RegistryLayout.POINTER))) {
      return;
    }
    for (String name : RegistryLayout.FOLDERS) {
      if (Files.exists(out.resolve(name))) {
        throw new IOException(
            out.resolve(name)
                + " is there already, and not from Packhouse: publish to an empty folder");
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      operations.deleteTree(stagingFolder);
    } finally {
      release();
    }
  }

  private void release() throws IOException {
    durability.close();
    lock.close();
  }
}
