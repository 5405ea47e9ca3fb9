package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/** The feeds at the top of the output, for plain hosts: those of the current generation. */
record FeedCopies(Path out, StagingArea staging, FileOperations operations) {
  /** Gives whether some had to be replaced; their folders are on disk then. */
  boolean copy(Path generation) throws IOException {
    return copyFolder(FeedStager.folder(generation), out.resolve(RegistryLayout.FEEDS));
  }

  private boolean copyFolder(Path from, Path to) throws IOException {
    boolean replaced = false;
    boolean replacedBelow = false;
    for (Path original : Folders.list(from)) {
      Path copy = to.resolve(Folders.name(original));
      if (Files.isDirectory(original)) {
        replacedBelow |= copyFolder(original, copy);
      } else if (!Files.isRegularFile(copy) || Files.mismatch(original, copy) >= 0) {
        replace(original, copy);
        replaced = true;
      }
    }
    if (replaced) {
      operations.force(to);
    }
    return replaced || replacedBelow;
  }

  /** Another name for the file of the generation; what that holds is on disk already. */
  private void replace(Path original, Path copy) throws IOException {
    Path fresh = staging.top().resolve("feed");
    operations.createFolders(staging.top());
    if (!operations.link(original, fresh)) {
      try (OutputStream stream = Channels.newOutputStream(operations.create(fresh))) {
        Files.copy(original, stream);
      }
      operations.force(fresh);
    }
    operations.createFolders(copy.resolveSibling(""));
    operations.move(fresh, copy);
  }
}
