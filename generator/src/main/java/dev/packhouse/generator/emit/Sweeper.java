package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds what no kept generation names: old revisions, versions that left, interrupted runs. */
final class Sweeper {
  private final Path out;
  private final KeptGenerations kept;
  private final NamedPaths named;
  private final List<Path> unnamed = new ArrayList<>();

  private Sweeper(Path out, KeptGenerations kept) {
    this.out = out;
    this.kept = kept;
    this.named = new NamedPaths(kept);
  }

  /** Files and whole folders, in the order in which they are to be removed. */
  static List<Path> unnamed(Path out, KeptGenerations kept) throws IOException {
    Sweeper sweeper = new Sweeper(out, kept);
    sweeper.look();
    return List.copyOf(sweeper.unnamed);
  }

  /**
   * Files and whole folders among the copies that are none of this generation's. Without a list
   * nobody knows which of them are right, and the next run makes one.
   */
  static List<Path> unlisted(Path out, String generation) throws IOException {
    List<Path> unlisted = new ArrayList<>();
    Optional<FileList> list = FileList.read(out, generation);
    if (list.isPresent()) {
      for (String folder : RegistryLayout.COPIED) {
        if (Files.exists(out.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
          addUnlisted(out, list.get(), folder, unlisted);
        }
      }
    }
    return unlisted;
  }

  private static void addUnlisted(Path out, FileList list, String path, List<Path> unlisted)
      throws IOException {
    Path copy = out.resolve(path);
    if (list.hasFolder(path) && Folders.isFolder(copy)) {
      for (Path child : Folders.list(copy)) {
        addUnlisted(out, list, path + "/" + Folders.name(child), unlisted);
      }
    } else if (!list.has(path)) {
      unlisted.add(copy);
    }
  }

  private void look() throws IOException {
    // Generations first: nobody is to find one whose files are gone.
    Set<String> ids = new HashSet<>();
    kept.generations().forEach(generation -> ids.add(generation.id()));
    addUnless(ids::contains, out.resolve(RegistryLayout.GENERATIONS));
    lookBelow("");
    Path revisions = out.resolve(RegistryLayout.REVISIONS);
    addUnless(named::hasRevision, revisions);
    for (Path revision : Folders.list(revisions)) {
      String digest = Folders.name(revision);
      if (named.hasRevision(digest)) {
        lookBelow(RegistryLayout.revisionBase(digest));
      }
    }
  }

  private void lookBelow(String base) throws IOException {
    lookAt(base + "package", name -> named.folders(base, name));
    lookAt(base + "epr", name -> named.archives(base, name));
    lookAt(base + "records", name -> named.records(base, name));
  }

  private void lookAt(String kind, Function<String, Set<String>> names) throws IOException {
    for (Path child : Folders.list(out.resolve(kind))) {
      Set<String> expected = names.apply(Folders.name(child));
      if (expected.isEmpty()) {
        unnamed.add(child);
      } else {
        addUnless(expected::contains, child);
      }
    }
  }

  private void addUnless(Predicate<String> isNamed, Path folder) throws IOException {
    for (Path child : Folders.list(folder)) {
      if (!isNamed.test(Folders.name(child))) {
        unnamed.add(child);
      }
    }
  }
}
