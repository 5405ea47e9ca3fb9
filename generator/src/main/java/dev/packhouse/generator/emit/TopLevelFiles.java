package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pointer in the output folder, and the copies for plain hosts beside it. */
final class TopLevelFiles {
  private final Path out;
  private final StagingArea staging;
  private final RunResources resources;
  private final FileOperations operations;

  TopLevelFiles(Path out, StagingArea staging, RunResources resources) {
    this.out = out;
    this.staging = staging;
    this.resources = resources;
    this.operations = resources.operations();
  }

  /** The moment in which a registry becomes the current one. */
  void pointTo(RegistryPointer pointer) throws IOException {
    Path fresh = staging.top().resolve(RegistryLayout.POINTER);
    operations.createFolders(staging.top());
    try (OutputStream stream = Channels.newOutputStream(operations.create(fresh))) {
      stream.write(Json.line(pointer.toJson()));
    }
    operations.force(fresh);
    operations.move(fresh, out.resolve(RegistryLayout.POINTER));
    operations.force(out);
  }

  /**
   * Makes the copies those of this generation, as far as they are not, each by one rename; others
   * are left to the sweeper. They share no storage with the generation: who edits a copy does not
   * edit what servers show.
   */
  void copy(String generation) throws IOException {
    PendingChanges.of(out, generation, operations).settle();
    Path folder = Generation.folder(out, generation);
    Map<Path, String> staged = new LinkedHashMap<>();
    for (String path : copied(generation)) {
      Path original = folder.resolve(path);
      if (!isSame(original, path)) {
        staged.put(stage(original, staged.size()), path);
      }
    }
    if (!staged.isEmpty()) {
      resources.durability().flushTree(staging.copies());
      Placement placement = new Placement(out, staging, operations);
      for (Map.Entry<Path, String> copy : staged.entrySet()) {
        placement.placeCopy(copy.getKey(), copy.getValue());
      }
      resources.durability().flushFolders(placement.touched());
    }
  }

  private List<String> copied(String generation) throws IOException {
    Optional<FileList> list = FileList.read(out, generation);
    List<String> paths = new ArrayList<>(list.map(FileList::inOrder).orElse(List.of()));
    // Where the generation lost its list of changes, the copy is all that is left of it.
    Path changes = Generation.folder(out, generation).resolve(RegistryLayout.CHANGES_JSON);
    if (Files.isRegularFile(changes)) {
      paths.add(RegistryLayout.CHANGES_JSON);
    }
    return paths;
  }

  private boolean isSame(Path original, String path) throws IOException {
    Path copy = out.resolve(path);
    return Folders.obstacle(out, path).isEmpty()
        && Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
        && Files.mismatch(original, copy) < 0;
  }

  private Path stage(Path original, int number) throws IOException {
    Path fresh = staging.copies().resolve(Integer.toString(number));
    operations.createFolders(staging.copies());
    try (OutputStream stream = Channels.newOutputStream(operations.create(fresh))) {
      Files.copy(original, stream);
    }
    return fresh;
  }
}
