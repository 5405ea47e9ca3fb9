package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.FirstPublication;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a list of changes says up to its end: which versions there are, and since when. */
final class ChangeHistory {
  /**
   * What is known of a version that was there once.
   *
   * @param present whether it is there at the end of the list
   */
  record Known(FirstPublication first, boolean present) {}

  private final Optional<Path> file;
  private final Map<PackageId, Known> versions = new TreeMap<>();
  private long cursor;
  private Instant time = Instant.EPOCH;
  private int entries;

  private ChangeHistory(Optional<Path> file) {
    this.file = file;
  }

  /**
   * Reads the list of a generation or, where that is lost, the copy of it at the top of the output.
   * Empty where there is neither: the registry was made by a release that kept no list.
   *
   * @throws IOException if they are there, and none can be read
   */
  static ChangeHistory read(Path out, String generation) throws IOException {
    Path list = Generation.folder(out, generation).resolve(RegistryLayout.CHANGES_JSON);
    Path copy = out.resolve(RegistryLayout.CHANGES_JSON);
    List<Path> there = List.of(list, copy).stream().filter(Files::isRegularFile).toList();
    if (there.isEmpty()) {
      return none();
    }
    try {
      return read(there.getFirst());
    } catch (IOException damaged) {
      if (there.size() == 1) {
        throw new IOException(
            "%s. Bring it back from a copy of the registry; without it, the list of changes begins anew"
                .formatted(damaged.getMessage()),
            damaged);
      }
      return read(copy);
    }
  }

  static ChangeHistory none() {
    return new ChangeHistory(Optional.empty());
  }

  private static ChangeHistory read(Path file) throws IOException {
    ChangeHistory history = new ChangeHistory(Optional.of(file));
    try {
      ChangeLine.read(file, entry -> history.add(ChangeLine.parse(entry)));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s is damaged: entry %d: %s".formatted(file, history.entries + 1, e.getMessage()), e);
    }
    return history;
  }

  private void add(Change change) {
    if (change.cursor() <= cursor) {
      throw new IllegalArgumentException("its cursor is not greater than the one before");
    }
    cursor = change.cursor();
    time = change.time().equals(time) ? time : change.time(); // one for many
    entries++;
    boolean present = change.kind() != Change.Kind.REMOVED;
    Known known = versions.get(change.id());
    FirstPublication first = known == null ? new FirstPublication(cursor, time) : known.first();
    versions.put(change.id(), new Known(first, present));
  }

  /** Of its last entry; 0 where there is none. */
  long cursor() {
    return cursor;
  }

  /** Of its last entry. */
  Instant time() {
    return time;
  }

  /** All that ever were there, in order. */
  Map<PackageId, Known> versions() {
    return versions;
  }

  /** Gives its entries as they were written. */
  void forEach(ChangeLine.Sink sink) throws IOException {
    if (file.isPresent()) {
      ChangeLine.read(file.get(), sink);
    }
  }
}
