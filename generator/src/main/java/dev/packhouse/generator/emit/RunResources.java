package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What a run holds from its beginning to its end: the lock, and the staging area it guards. */
record RunResources(
    OutputLock lock, Durability durability, Path stagingFolder, FileOperations operations)
    implements Closeable {
  static RunResources take(Path out, FileOperations operations) throws IOException {
    operations.createFolders(out);
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
