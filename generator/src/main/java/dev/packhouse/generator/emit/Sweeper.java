package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds what no kept generation names: old revisions, versions that left, interrupted runs. */
final class Sweeper {
  private final Path out;
  private final KeptGenerations kept;
  private final NamedPaths named;
  private final List<Path> unneeded = new ArrayList<>();

  private Sweeper(Path out, KeptGenerations kept) {
    this.out = out;
    this.kept = kept;
    this.named = new NamedPaths(kept);
  }

  /** Files and whole folders, in the order in which they are to be removed. */
  static List<Path> unneeded(Path out, KeptGenerations kept) throws IOException {
    Sweeper sweeper = new Sweeper(out, kept);
    sweeper.look();
    return List.copyOf(sweeper.unneeded);
  }

  private void lookAtPages(Path copies, Path pages) throws IOException {
    for (Path copy : Folders.list(copies)) {
      Path page = pages.resolve(Folders.name(copy));
      if (Files.isDirectory(copy, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(page)) {
        lookAtPages(copy, page);
      } else if (!Files.isRegularFile(page)) {
        unneeded.add(copy);
      }
    }
  }

  private void look() throws IOException {
    // Generations first: nobody is to find one whose files are gone.
    Set<String> ids = new HashSet<>();
    kept.generations().forEach(generation -> ids.add(generation.id()));
    addUnless(ids::contains, out.resolve(RegistryLayout.GENERATIONS));
    if (kept.current().isPresent()) {
      Path current = Generation.folder(out, kept.current().get().id());
      addUnlessIn(FeedStager.folder(current), out.resolve(RegistryLayout.FEEDS));
    }
    lookBelow("");
    Path revisions = out.resolve(RegistryLayout.REVISIONS);
    addUnless(named::hasRevision, revisions);
    for (Path revision : Folders.list(revisions)) {
      String digest = Folders.name(revision);
      if (named.hasRevision(digest)) {
        lookBelow(RegistryLayout.revisionBase(digest));
      }
    }
    Path copies = out.resolve(RegistryLayout.UI);
    Path pages = PageList.folder(out, kept.current().orElseThrow().id());
    if (Files.isDirectory(pages)) {
      lookAtPages(copies, pages);
    } else if (Files.exists(copies, LinkOption.NOFOLLOW_LINKS)) {
      unneeded.add(copies);
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
        unneeded.add(child);
      } else {
        addUnless(expected::contains, child);
      }
    }
  }

  /** Copies whose originals are gone. */
  private void addUnlessIn(Path originals, Path copies) throws IOException {
    for (Path copy : Folders.list(copies)) {
      Path original = originals.resolve(Folders.name(copy));
      if (!Files.exists(original)) {
        unneeded.add(copy);
      } else if (Files.isDirectory(original)) {
        addUnlessIn(original, copy);
      }
    }
  }

  private void addUnless(Predicate<String> isNamed, Path folder) throws IOException {
    for (Path child : Folders.list(folder)) {
      if (!isNamed.test(Folders.name(child))) {
        unneeded.add(child);
      }
    }
  }
}
