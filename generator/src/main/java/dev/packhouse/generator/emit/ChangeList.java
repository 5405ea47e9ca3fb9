package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.FirstPublication;
import dev.packhouse.generator.model.PackageId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The list of changes that a generation gets: that of the generation before, and what is different
 * now. What was written once stays as it is, so every longer list begins with every shorter one.
 */
final class ChangeList {
  private final ChangeHistory before;
  private final List<Change> added = new ArrayList<>();
  private final Map<PackageId, FirstPublication> fresh = new HashMap<>();
  private final Instant time;

  private ChangeList(ChangeHistory before, Instant now) {
    this.before = before;
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    time = second.isBefore(before.time()) ? before.time() : second;
  }

  /**
   * Compares what the list says with what there will be, so that it always comes to that.
   *
   * @param current what counts now: versions with other content than there have changed
   * @param next the versions of the generation that is to count
   * @param generation its id
   * @param now a clock that went back does not count
   */
  static ChangeList of(
      ChangeHistory before,
      Map<PackageId, PublishedVersion> current,
      Map<PackageId, PublishedVersion> next,
      String generation,
      Instant now) {
    ChangeList list = new ChangeList(before, now);
    Set<PackageId> ids = new TreeSet<>(next.keySet());
    before
        .versions()
        .forEach(
            (id, known) -> {
              if (known.present()) {
                ids.add(id);
              }
            });
    long cursor = before.cursor();
    for (PackageId id : ids) {
      Optional<Change.Kind> kind = kind(id, before, current, next);
      if (kind.isPresent()) {
        cursor++;
        list.add(new Change(cursor, generation, list.time, kind.get(), id));
      }
    }
    return list;
  }

  private static Optional<Change.Kind> kind(
      PackageId id,
      ChangeHistory before,
      Map<PackageId, PublishedVersion> current,
      Map<PackageId, PublishedVersion> next) {
    ChangeHistory.Known known = before.versions().get(id);
    if (known == null || !known.present()) {
      return Optional.of(Change.Kind.ADDED);
    }
    PublishedVersion now = next.get(id);
    if (now == null) {
      return Optional.of(Change.Kind.REMOVED);
    }
    PublishedVersion earlier = current.get(id);
    return earlier == null || earlier.content().digest().equals(now.content().digest())
        ? Optional.empty()
        : Optional.of(Change.Kind.CHANGED);
  }

  private void add(Change change) {
    added.add(change);
    if (change.kind() == Change.Kind.ADDED && !before.versions().containsKey(change.id())) {
      fresh.put(change.id(), new FirstPublication(change.cursor(), change.time()));
    }
  }

  /** Nothing where the version is none of the generation. */
  Optional<FirstPublication> first(PackageId id) {
    ChangeHistory.Known known = before.versions().get(id);
    return known == null ? Optional.ofNullable(fresh.get(id)) : Optional.of(known.first());
  }

  /** When the registry changed last. */
  Instant time() {
    return added.isEmpty() && before.cursor() > 0 ? before.time() : time;
  }

  void writeTo(OutputStream out) throws IOException {
    ChangeLine.write(
        sink -> {
          before.forEach(sink);
          for (Change change : added) {
            sink.accept(ChangeLine.toJson(change));
          }
        },
        out);
  }
}
