package dev.packhouse.server.client;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A registry that is asked. What one answers that somebody else runs may hold anything: nothing of
 * it is fit to be printed as it is.
 */
public sealed interface AskedRegistry extends Closeable permits FolderRegistry, HttpRegistry {
  /** The folder or the address. */
  String place();

  /**
   * The search records that answer; each is an object.
   *
   * @throws IOException it cannot be asked, or is no registry
   */
  List<ObjectNode> search(SearchFilters filters) throws IOException;

  /** The full record of a version, which both are written as such; nothing where there is none. */
  Optional<ObjectNode> record(String name, String version) throws IOException;

  /**
   * Where the archive of a version is found.
   *
   * @param download as its record has it
   */
  String archive(String name, String version, String download) throws IOException;
}
