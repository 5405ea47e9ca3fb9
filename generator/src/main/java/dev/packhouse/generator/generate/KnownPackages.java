package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.FolderState;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What runs learn of packages, so that the next reads only those that look different from outside.
 * For runs with the same options, one after the other; within a run, for any number of threads.
 *
 * <p>What is known counts only as long as the current generation has the version just so. Hence a
 * run that fails leaves nothing wrong behind.
 */
public final class KnownPackages implements PackageFinder.Earlier {
  /** A tick of the coarsest file system's clock. What is as new as that is read again. */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** Empty where nothing is learnt. */
  private final Optional<InstantSource> clock;

  private final Map<List<Path>, FolderState> states = new ConcurrentHashMap<>();
  private final Map<List<Path>, KnownPackage> known = new ConcurrentHashMap<>();
  private final Set<List<Path>> found = ConcurrentHashMap.newKeySet();

  private final boolean kept;

  private KnownPackages(Optional<InstantSource> clock, boolean kept) {
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * For the first of many runs of this process.
   *
   * @param clock the one that gives files their times
   */
  public static KnownPackages begin(InstantSource clock) {
    return new KnownPackages(Optional.of(clock), /* kept= */ false);
  }

  /**
   * With what was learnt by the run that last published to the same folder with the same options,
   * if there was one. What this run learns is left there in its turn.
   *
   * @param clock the one that gives files their times
   */
  public static KnownPackages of(GenerateOptions options, InstantSource clock) {
    KnownPackages packages = afresh(clock);
    KnownPackagesFile.read(options).forEach(it -> packages.known.put(it.parts(), it));
    return packages;
  }

  /**
   * Without what was learnt, as if nothing had been published. What this run learns is left to the
   * next.
   *
   * @param clock the one that gives files their times
   */
  public static KnownPackages afresh(InstantSource clock) {
    return new KnownPackages(Optional.of(clock), /* kept= */ true);
  }

  /** For a run that stays alone: nothing is learnt. */
  public static KnownPackages none() {
    return new KnownPackages(Optional.empty(), /* kept= */ false);
  }

  /** Whether nothing was learnt: then nothing is to be taken from the generation before. */
  boolean isEmpty() {
    return known.isEmpty();
  }

  /** Begins a run: looks at all that is known, so many packages at once. */
  void look(int workers) throws IOException {
    states.clear();
    found.clear();
    Workers.forEach(workers, List.copyOf(known.keySet()), this::look);
  }

  /** Looks at the package, unless that was done, before anything of it is read. */
  @Override
  public Optional<FoundPackage> find(RawPackage.Source source) throws IOException {
    List<Path> parts = KnownPackage.parts(source);
    if (clock.isPresent()) {
      found.add(parts);
      if (!known.containsKey(parts)) {
        look(parts);
      }
    }
    return get(source).map(it -> it.found(source));
  }

  /** What is known of a package that looks as it did. */
  Optional<KnownPackage> get(RawPackage.Source source) {
    List<Path> parts = KnownPackage.parts(source);
    FolderState now = states.get(parts);
    return Optional.ofNullable(known.get(parts))
        .filter(it -> now != null && it.state() == now.sum())
        .filter(it -> it.display().equals(source.display()));
  }

  /** What was last published from the same place, whatever lies there now. */
  Optional<PackageId> publishedFrom(RawPackage.Source source) {
    return Optional.ofNullable(known.get(KnownPackage.parts(source))).map(KnownPackage::id);
  }

  /** To be called when the package is part of the next registry. */
  void learn(
      FoundPackage found,
      List<Finding> findings,
      Optional<ObjectNode> deprecated,
      PublishedVersion published) {
    List<Path> parts = KnownPackage.parts(found.source());
    FolderState state = states.get(parts);
    if (state != null) {
      known.put(
          parts,
          new KnownPackage(
              parts,
              state.sum(),
              found.source().display(),
              published.id(),
              found.deprecates(),
              findings,
              deprecated,
              published.digest()));
    }
  }

  /** Whether other processes are to have it. */
  boolean isKept() {
    return kept;
  }

  /** Forgets what this run did not find, and gives what is left, in any order. */
  Collection<KnownPackage> learnt() {
    known.keySet().retainAll(found);
    return known.values();
  }

  private void look(List<Path> parts) throws IOException {
    FolderState now = FolderState.of(parts, () -> false);
    boolean isAtRest =
        clock.map(it -> now.newest().plus(TICK).isBefore(it.instant())).orElse(false);
    if (isAtRest) {
      states.put(parts, now);
    }
  }
}
