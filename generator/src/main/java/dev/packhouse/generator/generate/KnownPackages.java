package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.FolderState;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the runs of one process learn of packages, so that the next reads only those that look
 * different from outside. Keeps some kilobytes for each good package. For runs with the same
 * options, one after the other; within a run, for any number of threads.
 *
 * <p>What is known counts only as long as the current generation has the version just so. Hence a
 * run that fails leaves nothing wrong behind.
 */
public final class KnownPackages implements PackageFinder.Earlier {
  /** A tick of the coarsest file system's clock. What is as new as that is read again. */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** Empty where nothing is learnt. */
  private final Optional<InstantSource> clock;

  private final Map<Path, FolderState> states = new ConcurrentHashMap<>();
  private final Map<Path, KnownPackage> known = new ConcurrentHashMap<>();

  private KnownPackages(Optional<InstantSource> clock) {
    this.clock = clock;
  }

  /**
   * For the first of many runs.
   *
   * @param clock the one that gives files their times
   */
  public static KnownPackages begin(InstantSource clock) {
    return new KnownPackages(Optional.of(clock));
  }

  /** For a run that stays alone: nothing is kept. */
  public static KnownPackages none() {
    return new KnownPackages(Optional.empty());
  }

  /** Begins a run, and forgets what the one before did not find. */
  void next() {
    known.keySet().retainAll(states.keySet());
    states.clear();
  }

  /** Looks at the package, before anything of it is read. */
  @Override
  public Optional<FoundPackage> find(RawPackage.Source source) throws IOException {
    if (clock.isEmpty()) {
      return Optional.empty();
    }
    FolderState now = FolderState.of(parts(source), () -> false);
    if (now.newest().plus(TICK).isBefore(clock.get().instant())) {
      states.put(source.path(), now);
    }
    return get(source).map(KnownPackage::found);
  }

  /** What is known of a package that looks as it did. */
  Optional<KnownPackage> get(RawPackage.Source source) {
    return Optional.ofNullable(known.get(source.path()))
        .filter(it -> it.state().equals(states.get(source.path())));
  }

  /** To be called when the package is part of the next registry. */
  void learn(
      FoundPackage found,
      List<Finding> findings,
      Optional<ObjectNode> deprecated,
      PublishedVersion published,
      IndexedPackage indexed) {
    Path path = found.source().path();
    FolderState state = states.get(path);
    if (state != null) {
      known.put(path, new KnownPackage(state, found, findings, deprecated, published, indexed));
    }
  }

  private static List<Path> parts(RawPackage.Source source) {
    return switch (source) {
      case RawPackage.Source.Folder(var _, Path path) -> List.of(path);
      case RawPackage.Source.Zip(var _, Path path, Optional<Path> signature) ->
          signature.map(it -> List.of(path, it)).orElseGet(() -> List.of(path));
    };
  }
}
