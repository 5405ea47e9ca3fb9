package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Removes what no kept generation names: old revisions, versions that left, interrupted runs. */
final class Sweeper {
  private final Path out;
  private final KeptGenerations kept;
  private final NamedPaths named;
  private final FileOperations operations;

  Sweeper(Path out, KeptGenerations kept, FileOperations operations) {
    this.out = out;
    this.kept = kept;
    this.named = new NamedPaths(kept);
    this.operations = operations;
  }

  void sweep() throws IOException {
    // Generations first: nobody is to find one whose files are gone.
    Set<String> ids = new HashSet<>();
    kept.generations().forEach(generation -> ids.add(generation.id()));
    sweepFolder(out.resolve(RegistryLayout.GENERATIONS), ids::contains);
    sweepBase("");
    Path revisions = out.resolve(RegistryLayout.REVISIONS);
    sweepFolder(revisions, named::hasRevision);
    for (Path revision : Folders.list(revisions)) {
      sweepBase(RegistryLayout.revisionBase(Folders.name(revision)));
    }
  }

  private void sweepBase(String base) throws IOException {
    sweepKind(base + "package", name -> named.folders(base, name));
    sweepKind(base + "epr", name -> named.archives(base, name));
    sweepKind(base + "records", name -> named.records(base, name));
  }

  private void sweepKind(String kind, Function<String, Set<String>> names) throws IOException {
    Path folder = out.resolve(kind);
    for (Path child : Folders.list(folder)) {
      Set<String> expected = names.apply(Folders.name(child));
      if (expected.isEmpty()) {
        operations.deleteTree(child);
      } else {
        sweepFolder(child, expected::contains);
      }
    }
  }

  private void sweepFolder(Path folder, Predicate<String> isNamed) throws IOException {
    for (Path child : Folders.list(folder)) {
      if (!isNamed.test(Folders.name(child))) {
        operations.deleteTree(child);
      }
    }
  }
}
