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
    RunResources resources = lock(out, operations);
    try {
      resources.clearStaging();
    } catch (IOException | RuntimeException e) {
      resources.release();
      throw e;
    }
    return resources;
  }

  /**
   * For a run that adds nothing to what is published. What a dead run left in the staging area
   * stays for now: this one may only want to look.
   *
   * @throws IOException if nothing is published there
   */
  static RunResources takePublished(Path out, FileOperations operations) throws IOException {
    if (!Files.isRegularFile(out.resolve(RegistryLayout.POINTER))) {
      throw new IOException(
          "there is no registry in %s (no %s): run packhouse generate first, or name the folder with --out"
              .formatted(out, RegistryLayout.POINTER));
    }
    return lock(out, operations);
  }

  private static RunResources lock(Path out, FileOperations operations) throws IOException {
    return new RunResources(
        OutputLock.take(out, operations),
        Durability.open(operations, out),
        out.resolve(RegistryLayout.STAGING),
        operations);
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

  void clearStaging() throws IOException {
    operations.deleteTree(stagingFolder);
  }

  @Override
  public void close() throws IOException {
    try {
      clearStaging();
    } finally {
      release();
    }
  }

  /** Lets go of the lock, and leaves the staging area as it is. */
  void release() throws IOException {
    durability.close();
    lock.close();
  }
}
