package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.FoundPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A good package as a run published it, and all that this was made from.
 *
 * @param parts the folder, or the zip and its signature, from the root of the file system
 * @param state what they looked like before they were read, {@link
 *     dev.packhouse.generator.read.FolderState#sum}
 * @param display the path as the user knew it, which findings begin with
 * @param deprecates the manifest has a block that deprecates the package
 * @param findings warnings and notes, which are told again
 * @param deprecated the block that this or another version has brought into its record
 * @param published digest of what the generation says of it
 */
record KnownPackage(
    List<Path> parts,
    long state,
    String display,
    PackageId id,
    boolean deprecates,
    List<Finding> findings,
    Optional<ObjectNode> deprecated,
    String published) {
  KnownPackage {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /** What packages are known by. */
  static List<Path> parts(RawPackage.Source source) {
    Path path = absolute(source.path());
    return switch (source) {
      case RawPackage.Source.Folder _ -> List.of(path);
      case RawPackage.Source.Zip(var _, var _, Optional<Path> signature) ->
          signature.map(it -> List.of(path, absolute(it))).orElseGet(() -> List.of(path));
    };
  }

  /** As it would be found again, below the first root. */
  FoundPackage found(RawPackage.Source source) {
    return new FoundPackage(
        source, 0, Optional.of(id.name()), Optional.of(id.version().text()), deprecates);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
