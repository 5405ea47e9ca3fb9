package dev.packhouse.server.observe;

import co.elastic.apm.api.ElasticApm;
import co.elastic.apm.api.Outcome;
import co.elastic.apm.api.Scope;
import co.elastic.apm.api.Transaction;
import java.util.List;

/**
 * Makes a transaction of Elastic APM of each request, for the agent sees nothing of Helidon by
 * itself. While one is under way on a thread, the agent adds its ids to each line of the log; so
 * this observer must be the first to hear of a request, and is then the last to hear of its end.
 */
final class ElasticTransactions implements RequestObserver {
  /** Asked every few seconds by whatever keeps the server running: of no interest. */
  private static final String HEALTH = "/health";

  @Override
  public Observation begin(Received request) {
    return request.route().equals(HEALTH) ? NONE.begin(request) : transaction(request);
  }

  private static Observation transaction(Received request) {
    Transaction transaction =
        ElasticApm.startTransactionWithRemoteParent(
            name -> request.headers().apply(name).orElse(null),
            name -> request.headers().apply(name).map(List::of).orElse(List.of()));
    transaction.setName(request.name());
    transaction.setType(Transaction.TYPE_REQUEST);
    transaction.setLabel("request_id", request.id());
    Scope scope = transaction.activate();
    return outcome -> {
      try (scope) {
        describe(transaction, outcome);
      } finally {
        transaction.end();
      }
    };
  }

  private static void describe(Transaction transaction, Finished outcome) {
    transaction.setResult("HTTP " + outcome.status() / 100 + "xx");
    transaction.setOutcome(outcome.status() < 500 ? Outcome.SUCCESS : Outcome.FAILURE);
    transaction.setLabel("status_code", outcome.status());
    transaction.setLabel("bytes", outcome.bytes());
    outcome.error().ifPresent(code -> transaction.setLabel("error_code", code));
    if (!outcome.complete()) {
      transaction.setLabel("complete", false);
    }
    outcome.failure().ifPresent(transaction::captureException);
  }
}
