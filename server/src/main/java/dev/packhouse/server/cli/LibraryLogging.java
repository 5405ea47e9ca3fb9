package dev.packhouse.server.cli;

import io.helidon.logging.common.spi.LoggingProvider;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps libraries from telling users what only concerns us. Helidon finds this as a service, and
 * would complain if there were none. The loggers are constants because the log manager holds them
 * weakly, and with them their levels.
 */
public final class LibraryLogging implements LoggingProvider {
  /** Helidon tells at each start which of its features there are. */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  /**
   * Lucene warns that the incubating vector module is off. It is: the module prints a warning of
   * its own, makes a part of the AOT cache unusable, and only brings something to vector search.
   */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static void quieten() {
    HELIDON.setLevel(Level.WARNING);
    VECTORS.setLevel(Level.SEVERE);
  }

  @Override
  public void initialization() {
    quieten();
  }

  @Override
  public void runTime() {}
}
