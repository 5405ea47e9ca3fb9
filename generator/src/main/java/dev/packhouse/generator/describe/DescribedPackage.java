package dev.packhouse.generator.describe;

import dev.packhouse.generator.model.RawPackage;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a generation has of one name.
 *
 * @param versions at least one, from the newest to the oldest
 * @param shown the version that stands for the package: the newest that is listed, else the newest
 * @param record the full record of that version; nobody writes to it
 * @param files those of that version, as they are published
 */
public record DescribedPackage(
    String name,
    List<DescribedVersion> versions,
    DescribedVersion shown,
    ObjectNode record,
    RawPackage files) {
  public DescribedPackage {
    versions = List.copyOf(versions);
  }
}
