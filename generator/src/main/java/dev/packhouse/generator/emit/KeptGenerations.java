package dev.packhouse.generator.emit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The generations that readers may have open. What they name does not change, whatever a run does.
 *
 * @param pointer empty if nothing was ever published here
 * @param generations the first is the current one, the others are sorted from that which counted
 *     last
 */
record KeptGenerations(Optional<RegistryPointer> pointer, List<Generation> generations) {
  KeptGenerations {
    generations = List.copyOf(generations);
  }

  static KeptGenerations read(Path out) throws IOException {
    Optional<RegistryPointer> pointer = readPointer(out);
    List<Generation> generations = new ArrayList<>();
    if (pointer.isPresent()) {
      Generation current =
          read(
              out,
              pointer.get().generation(),
              Map.of(),
              "packhouse rollback makes the one before the current one");
      generations.add(current);
      for (String id : pointer.get().older()) {
        // A copy of the registry may lack what only served the readers of its origin.
        if (Files.isDirectory(Generation.folder(out, id))) {
          generations.add(
              read(
                  out, id, current.versions(), "remove its folder if no server shows it any more"));
        }
      }
    }
    return new KeptGenerations(pointer, generations);
  }

  private static Generation read(
      Path out, String id, Map<PackageId, PublishedVersion> newer, String wayOut)
      throws IOException {
    try {
      return Generation.read(out, id, newer);
    } catch (IOException damaged) {
      throw new IOException(
          "generation %s in %s cannot be built on (%s)".formatted(id, out, wayOut), damaged);
    }
  }

  /**
   * @throws IOException if there is one, and it cannot be read or understood
   */
  static Optional<RegistryPointer> readPointer(Path out) throws IOException {
    Path file = out.resolve(RegistryLayout.POINTER);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return switch (RegistryPointer.parse(new String(Files.readAllBytes(file), UTF_8))) {
      case ParseResult.Parsed(RegistryPointer pointer) -> Optional.of(pointer);
      case ParseResult.Rejected(String reason) ->
          throw new IOException(
              file + " cannot be built on: " + reason + "; publish to another folder");
    };
  }

  Optional<Generation> current() {
    return generations.stream().findFirst();
  }

  /** As if {@code next} counted, and nothing of what was kept had left. */
  KeptGenerations after(Generation next, String generator) {
    return of(Stream.concat(Stream.of(next), generations.stream()).toList(), generator);
  }

  /**
   * Without those whose time is over.
   *
   * @param now by the clock that gives files their times
   */
  KeptGenerations staying(Path out, Retention retention, Instant now) throws IOException {
    List<Generation> staying = new ArrayList<>();
    for (int at = 0; at < generations.size(); at++) {
      if (at <= retention.older()
          || ended(out, generations.get(at - 1)).plus(retention.grace()).isAfter(now)) {
        staying.add(generations.get(at));
      }
    }
    return staying.size() == generations.size()
        ? this
        : of(staying, pointer.orElseThrow().generator());
  }

  /** A generation ends when the next begins, which is when the list of its versions was written. */
  private static Instant ended(Path out, Generation next) throws IOException {
    Path versions = Generation.folder(out, next.id()).resolve(RegistryLayout.VERSIONS);
    return Files.getLastModifiedTime(versions).toInstant();
  }

  private static KeptGenerations of(List<Generation> generations, String generator) {
    List<String> older = generations.stream().skip(1).map(Generation::id).toList();
    String current = generations.getFirst().id();
    return new KeptGenerations(
        Optional.of(new RegistryPointer(current, older, generator)), generations);
  }

  /** Where content of this digest has to lie: the plain place, unless that is taken by another. */
  String contentBase(PackageId id, String digest) {
    return named(id)
            .map(PublishedVersion::content)
            .anyMatch(content -> content.base().isEmpty() && !content.digest().equals(digest))
        ? RegistryLayout.revisionBase(digest)
        : "";
  }

  /** Where a record of this digest has to lie: the plain place, unless that is taken by another. */
  String recordBase(PackageId id, String digest) {
    return named(id).anyMatch(it -> it.recordBase().isEmpty() && !it.recordDigest().equals(digest))
        ? RegistryLayout.revisionBase(digest)
        : "";
  }

  boolean namesContent(PackageId id, String digest, String base) {
    return named(id)
        .map(PublishedVersion::content)
        .anyMatch(content -> content.digest().equals(digest) && content.base().equals(base));
  }

  boolean namesRecord(PackageId id, String digest, String base) {
    return named(id)
        .anyMatch(it -> it.recordDigest().equals(digest) && it.recordBase().equals(base));
  }

  /** An archive of that content at that place, as the newest generation that has it says. */
  Optional<PublishedArchive> archive(
      PackageId id, String digest, String base, ArchiveFormat format) {
    return named(id)
        .map(PublishedVersion::content)
        .filter(content -> content.digest().equals(digest) && content.base().equals(base))
        .flatMap(content -> content.find(format).stream())
        .findFirst();
  }

  /** Whether any kept generation has this version. */
  boolean knows(PackageId id) {
    return named(id).findAny().isPresent();
  }

  private Stream<PublishedVersion> named(PackageId id) {
    return generations.stream().flatMap(generation -> generation.find(id).stream());
  }
}
