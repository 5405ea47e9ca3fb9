package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files in the output folder itself: the pointer, and copies of listings for plain hosts. */
final class TopLevelFiles {
  private static final List<String> COPIES =
      List.of(
          RegistryLayout.INDEX_JSON,
          RegistryLayout.SEARCH_JSON,
          RegistryLayout.SEARCH_ALL_JSON,
          RegistryLayout.CATEGORIES_JSON,
          RegistryLayout.ARCHIVES_JSON);

  private final Path out;
  private final StagingArea staging;
  private final FileOperations operations;

  TopLevelFiles(Path out, StagingArea staging, FileOperations operations) {
    this.out = out;
    this.staging = staging;
    this.operations = operations;
  }

  /** The moment in which a registry becomes the current one. */
  void pointTo(RegistryPointer pointer) throws IOException {
    replace(RegistryLayout.POINTER, stream -> stream.write(Json.line(pointer.toJson())));
    operations.force(out);
  }

  /** Whether the generation has all that is to be copied. */
  boolean canCopy(String generation) {
    Path folder = Generation.folder(out, generation);
    return COPIES.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /** Makes the copies those of this generation, as far as they are not. */
  void copy(String generation) throws IOException {
    boolean replaced = false;
    for (String name : COPIES) {
      Path original = Generation.folder(out, generation).resolve(name);
      Path copy = out.resolve(name);
      if (!Files.isRegularFile(copy) || Files.mismatch(original, copy) >= 0) {
        replace(name, stream -> Files.copy(original, stream));
        replaced = true;
      }
    }
    if (replaced) {
      operations.force(out);
    }
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
