package dev.packhouse.server.cli;

import io.helidon.logging.common.spi.LoggingProvider;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps libraries from telling users what only concerns us, in commands that have no log too.
 * Helidon finds this as a service, and would complain if there were none. The logger is a constant
 * because the log manager holds it weakly, and with it its level.
 */
public final class LibraryLogging implements LoggingProvider {
  /**
   * Lucene warns that the incubating vector module is off. It is: the module prints a warning of
   * its own, makes a part of the AOT cache unusable, and only brings something to vector search.
   */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static void quieten() {
    VECTORS.setLevel(Level.SEVERE);
  }

  @Override
  public void initialization() {
    quieten();
  }

  @Override
  public void runTime() {}
}
