package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The files in the output folder itself: the pointer, and copies of listings for plain hosts. */
final class TopLevelFiles {
  private static final List<String> REQUIRED =
      List.of(
          RegistryLayout.INDEX_JSON,
          RegistryLayout.SEARCH_JSON,
          RegistryLayout.SEARCH_ALL_JSON,
          RegistryLayout.CATEGORIES_JSON,
          RegistryLayout.ARCHIVES_JSON);

  /** Earlier releases did not write them, and their generations can count again. */
  private static final List<String> ADDED_LATER = List.of(RegistryLayout.OPENAPI_JSON);

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
    replace(RegistryLayout.POINTER, stream -> stream.write(Json.line(pointer.toJson())));
    operations.force(out);
  }

  /** Whether the generation has all that plain hosts cannot do without. */
  boolean canCopy(String generation) throws IOException {
    return hasAll(generation, REQUIRED)
        && PageList.read(out, generation).map(PageList::isWhole).orElse(true);
  }

  /** Whether the generation has all that this release writes. */
  boolean isComplete(String generation) throws IOException {
    return canCopy(generation) && hasAll(generation, ADDED_LATER) && hasChanges(generation);
  }

  private boolean hasAll(String generation, List<String> names) {
    Path folder = Generation.folder(out, generation);
    return names.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  private boolean hasChanges(String generation) {
    return hasAll(generation, List.of(RegistryLayout.CHANGES_JSON));
  }

  /** Makes the copies those of this generation, as far as they are not; it may lack some. */
  void copy(String generation) throws IOException {
    boolean changed = false;
    for (String name : REQUIRED) {
      changed |= copy(generation, name);
    }
    for (String name : ADDED_LATER) {
      changed |= hasAll(generation, List.of(name)) ? copy(generation, name) : remove(name);
    }
    // Where the generation lost its list, the copy is all that is left of it.
    changed |= hasChanges(generation) && copy(generation, RegistryLayout.CHANGES_JSON);
    changed |= new FeedCopies(out, staging, operations).copy(Generation.folder(out, generation));
    if (changed) {
      operations.force(out);
    }
    new TopLevelPages(out, staging, resources).copy(generation);
  }

  /** Whether that changed anything. */
  private boolean copy(String generation, String name) throws IOException {
    Path original = Generation.folder(out, generation).resolve(name);
    Path copy = out.resolve(name);
    if (Files.isRegularFile(copy) && Files.mismatch(original, copy) < 0) {
      return false;
    }
    replace(name, stream -> Files.copy(original, stream));
    return true;
  }

  /** A copy of what the generation does not have would be that of another. */
  private boolean remove(String name) throws IOException {
    boolean there = Files.exists(out.resolve(name), LinkOption.NOFOLLOW_LINKS);
    if (there) {
      operations.deleteTree(out.resolve(name));
    }
    return there;
  }

  private void replace(String name, Listings.Body body) throws IOException {
    Path fresh = staging.top().resolve(name);
    operations.createFolders(staging.top());
    try (OutputStream stream = Channels.newOutputStream(operations.create(fresh))) {
      body.writeTo(stream);
    }
    operations.force(fresh);
    operations.move(fresh, out.resolve(name));
  }
}
