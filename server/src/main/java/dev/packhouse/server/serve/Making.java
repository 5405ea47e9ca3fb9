package dev.packhouse.server.serve;

import dev.packhouse.server.serve.AnswerCache.Kept;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An answer that one request makes and others wait for. */
final class Making {
  private final CompletableFuture<Optional<Kept>> result = new CompletableFuture<>();

  /** Only the first call counts; nothing where it could not be made. */
  void finish(Optional<Kept> made) {
    result.complete(made);
  }

  Optional<Kept> await() {
    return result.join();
  }
}
