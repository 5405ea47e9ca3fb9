package dev.packhouse.server.serve;

import java.io.IOException;

/** What a registry does not have yet, because it is still being generated. */
public interface LateRegistry {
  /**
   * Returns when files and archives of a version are in their place. Called by any number of
   * threads.
   *
   * @param version as published
   * @return false where they cannot be made now
   */
  boolean make(String name, String version) throws IOException;

  /** Whether pages for people come with the rest. */
  boolean hasPages();
}
