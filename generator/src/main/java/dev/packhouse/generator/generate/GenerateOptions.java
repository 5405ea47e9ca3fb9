package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is generated from what.
 *
 * @param roots folders of packages; of a version in several of them, the first counts
 * @param out the output folder
 * @param archives the formats that are made; at least one
 * @param download the format that records name, one of those that are made
 * @param replace versions may have other content than what is published
 * @param keepGoing good packages are published even if others are bad
 * @param mayEmpty a registry that has packages may lose all of them
 * @param intake what is asked of the packages
 * @param spec the package spec is asked for too, with these excuses
 * @param pages pages for people are written, too
 * @param retention what stays of earlier generations
 * @param now the time that the list of changes gives to the run; without it, that of the file
 *     system's clock
 */
public record GenerateOptions(
    List<Path> roots,
    Path out,
    Set<ArchiveFormat> archives,
    ArchiveFormat download,
    boolean replace,
    boolean keepGoing,
    boolean mayEmpty,
    Intake intake,
    Optional<ExcuseSources> spec,
    boolean pages,
    Retention retention,
    Optional<Instant> now) {
  public GenerateOptions {
    roots = List.copyOf(roots);
    if (!archives.contains(download)) {
      throw new IllegalArgumentException("records cannot name an archive that is not made");
    }
    archives = EnumSet.copyOf(archives);
  }

  /** Without the package spec, with pages, by the clock; it may become empty. */
  public GenerateOptions(
      List<Path> roots,
      Path out,
      Set<ArchiveFormat> archives,
      ArchiveFormat download,
      boolean replace,
      boolean keepGoing,
      Intake intake,
      Retention retention) {
    this(
        roots,
        out,
        archives,
        download,
        replace,
        keepGoing,
        /* mayEmpty= */ true,
        intake,
        Optional.empty(),
        /* pages= */ true,
        retention,
        Optional.empty());
  }

  /** With what is usually asked of packages, and usually kept. */
  public GenerateOptions(
      List<Path> roots,
      Path out,
      Set<ArchiveFormat> archives,
      ArchiveFormat download,
      boolean replace,
      boolean keepGoing) {
    this(roots, out, archives, download, replace, keepGoing, Intake.usual(), Retention.usual());
  }
}
