package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.read.FolderState;
import dev.packhouse.generator.read.FoundPackage;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A good package as a run published it, and all that this was made from.
 *
 * @param state what it looked like before it was read
 * @param findings warnings and notes, which are told again
 * @param deprecated the block that another version may have brought into its record
 */
record KnownPackage(
    FolderState state,
    FoundPackage found,
    List<Finding> findings,
    Optional<ObjectNode> deprecated,
    PublishedVersion published,
    IndexedPackage indexed) {
  KnownPackage {
    findings = List.copyOf(findings);
  }
}
