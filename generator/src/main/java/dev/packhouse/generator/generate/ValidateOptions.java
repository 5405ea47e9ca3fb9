package dev.packhouse.generator.generate;

import java.nio.file.Path;
import java.util.List;

/**
 * What is validated, and how.
 *
 * @param roots packages, zips, or folders with some at any depth
 * @param intake how they are read
 */
public record ValidateOptions(
    List<Path> roots, Profile profile, Intake intake, ExcuseSources excuses) {
  public ValidateOptions {
    roots = List.copyOf(roots);
  }
}
