package dev.packhouse.server.serve;

import java.io.IOException;

/** Makes files and archives of a registry that was not published whole, when they are asked for. */
@FunctionalInterface
public interface LateContents {
  /**
   * Returns when files and archives of a version are in their place. Called by any number of
   * threads.
   *
   * @param version as published
   */
  void make(String name, String version) throws IOException;
}
