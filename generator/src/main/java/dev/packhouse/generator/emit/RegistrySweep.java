package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does the last steps of a run without one: brings the copies for plain hosts in line, and removes
 * generations whose time is over, and what no generation names.
 */
public final class RegistrySweep {
  /**
   * Something that is removed.
   *
   * @param path a file or a whole folder, below the output folder
   */
  public record Leftover(String path, long files, long bytes) {}

  private RegistrySweep() {}

  /**
   * Gives what it removes, in the order in which that is done.
   *
   * @param dryRun nothing is removed or changed
   * @throws IOException if nothing is published there, what is published is damaged, or another
   *     generator is writing there
   */
  public static List<Leftover> run(Path out, Retention retention, boolean dryRun)
      throws IOException {
    return run(out, retention, dryRun, new FileOperations());
  }

  static List<Leftover> run(
      Path out, Retention retention, boolean dryRun, FileOperations operations) throws IOException {
    Path absolute = out.toAbsolutePath().normalize();
    RunResources resources = RunResources.takePublished(absolute, operations);
    try {
      KeptGenerations kept = KeptGenerations.read(absolute);
      List<Leftover> leftovers = leftovers(absolute, kept, retention, resources);
      if (!dryRun) {
        resources.clearStaging();
        StagingArea staging = StagingArea.of(absolute, kept.current().orElseThrow().id());
        TopLevelFiles top = new TopLevelFiles(absolute, staging, resources);
        try {
          new Upkeep(absolute, top, resources, operations).stayWith(kept, retention);
        } finally {
          resources.clearStaging();
        }
      }
      return leftovers;
    } finally {
      resources.release();
    }
  }

  private static List<Leftover> leftovers(
      Path out, KeptGenerations kept, Retention retention, RunResources resources)
      throws IOException {
    List<Leftover> leftovers = new ArrayList<>();
    if (Files.exists(resources.stagingFolder())) {
      leftovers.add(measure(out, resources.stagingFolder()));
    }
    KeptGenerations staying = kept.staying(out, retention, resources.lock().taken());
    for (Path path : Sweeper.unlisted(out, kept.current().orElseThrow().id())) {
      leftovers.add(measure(out, path));
    }
    for (Path path : Sweeper.unnamed(out, staying)) {
      leftovers.add(measure(out, path));
    }
    return leftovers;
  }

  private static Leftover measure(Path out, Path path) throws IOException {
    long files = 0;
    long bytes = 0;
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files++;
        bytes += Files.size(file);
      }
    }
    return new Leftover(out.relativize(path).toString(), files, bytes);
  }
}
