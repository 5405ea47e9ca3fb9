package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.RawPackage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A version of which files and archives are made when somebody asks for them, and only once. */
final class LateVersion {
  /** Makes files and archives. */
  @FunctionalInterface
  interface Making {
    /** Gives whether they are there now. */
    boolean make(RawPackage.Source source) throws Exception;
  }

  private final RawPackage.Source source;
  private @Nullable Future<Boolean> made;

  LateVersion(RawPackage.Source source) {
    this.source = source;
  }

  /**
   * The making of it, under way or done; what has failed is begun anew.
   *
   * @throws java.util.concurrent.RejectedExecutionException nothing is made any more
   */
  synchronized Future<Boolean> made(ExecutorService makers, Making making) {
    Future<Boolean> known = made;
    if (known == null || hasFailed(known)) {
      known = makers.submit(() -> making.make(source));
      made = known;
    }
    return known;
  }

  private static boolean hasFailed(Future<Boolean> making) {
    return making.isDone() && (making.state() != Future.State.SUCCESS || !making.resultNow());
  }
}
