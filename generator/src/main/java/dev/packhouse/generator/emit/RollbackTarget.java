package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the generation that a rollback goes to. */
final class RollbackTarget {
  private static final Comparator<String> BY_AGE = Comparator.comparingLong(Long::parseLong);

  private RollbackTarget() {}

  /**
   * @param to its number, with or without the zeros before it; otherwise the older one that counted
   *     last, so that rolling back twice goes back by two, and never to one that was withdrawn
   * @throws IOException if none is kept; the message names those that are
   */
  static String choose(Path out, RegistryPointer pointer, Optional<String> to) throws IOException {
    String current = pointer.generation();
    List<String> kept =
        pointer.generations().stream()
            // A copy of the registry may lack what only served the readers of its origin.
            .filter(id -> Files.isDirectory(Generation.folder(out, id)))
            .toList();
    return kept.stream()
        .filter(
            id ->
                to.isPresent()
                    ? BY_AGE.compare(id, to.get()) == 0
                    : BY_AGE.compare(id, current) < 0)
        .findFirst()
        .orElseThrow(() -> none(out, current, to, kept));
  }

  private static IOException none(
      Path out, String current, Optional<String> to, List<String> kept) {
    String what = to.map(id -> "no generation " + id).orElse("no older generation");
    List<String> others =
        kept.stream().filter(id -> !id.equals(current)).sorted(BY_AGE.reversed()).toList();
    String choice =
        others.isEmpty()
            ? "and no other is kept"
            : "and --to takes one of those that are kept: " + String.join(", ", others);
    return new IOException(
        "there is %s in %s to roll back to: %s is the current one, %s; generate --keep N keeps more"
            .formatted(what, out, current, choice));
  }
}
