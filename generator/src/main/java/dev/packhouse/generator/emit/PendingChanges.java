package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The list of changes that a rollback gives to its target. Until the pointer has switched it lies
 * beside the list that the target had, where no reader looks: servers that still show the target
 * from earlier must not tell of a switch that may never come, with cursors that others get then.
 * Behind the switch it takes the list's place; where a run dies in between, the next one does that.
 */
record PendingChanges(Path folder, FileOperations operations) {
  static final String NAME = "changes.next.json";

  static PendingChanges of(Path out, String generation, FileOperations operations) {
    return new PendingChanges(Generation.folder(out, generation), operations);
  }

  /** Replaces what a rollback left that never came to its switch. */
  void write(ChangeList changes, StagingArea staging) throws IOException {
    Path fresh = staging.top().resolve(RegistryLayout.CHANGES_JSON);
    operations.createFolders(staging.top());
    try (OutputStream stream =
        new BufferedOutputStream(Channels.newOutputStream(operations.create(fresh)))) {
      changes.writeTo(stream);
    }
    operations.force(fresh);
    operations.move(fresh, pending());
    operations.force(folder);
  }

  /** Forgets what a rollback left that never came to its switch. */
  void drop() throws IOException {
    if (isThere()) {
      operations.deleteTree(pending());
      operations.force(folder);
    }
  }

  /** To be called of a generation that counts. */
  void settle() throws IOException {
    if (isThere()) {
      operations.move(pending(), folder.resolve(RegistryLayout.CHANGES_JSON));
      operations.force(folder);
    }
  }

  private boolean isThere() {
    return Files.isRegularFile(pending(), LinkOption.NOFOLLOW_LINKS);
  }

  private Path pending() {
    return folder.resolve(NAME);
  }
}
