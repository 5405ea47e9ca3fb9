package dev.packhouse.generator.read;

import dev.packhouse.generator.model.RawPackage;
import java.util.Optional;

/**
 * A package among the roots, known by what its manifest claims.
 *
 * @param root which of the given roots it lies below, counted from 0
 * @param name the manifest's name, if it has one that can be read
 * @param version the manifest's version, if it has one that can be read
 * @param deprecates the manifest has a block that deprecates the package
 */
public record FoundPackage(
    RawPackage.Source source,
    int root,
    Optional<String> name,
    Optional<String> version,
    boolean deprecates) {
  /** The same below another root. */
  FoundPackage below(int number) {
    return new FoundPackage(source, number, name, version, deprecates);
  }
}
