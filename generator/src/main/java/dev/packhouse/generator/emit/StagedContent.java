package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import java.util.Set;

/**
 * Content of which some parts are staged; the others lie in their place already.
 *
 * @param files whether the folder of the files is staged
 * @param archives which archives are staged
 */
record StagedContent(VersionContent content, boolean files, Set<ArchiveFormat> archives) {
  StagedContent {
    archives = Set.copyOf(archives);
  }
}
