package dev.packhouse.server.observe;

import co.elastic.apm.api.ElasticApm;
import co.elastic.apm.api.Scope;
import co.elastic.apm.api.Span;

/** Makes spans of Elastic APM; outside of a transaction the agent makes nothing of them. */
final class ElasticSpans implements Tracer {
  @Override
  public <T, E extends Exception> T trace(Work work, Task<T, E> task) throws E {
    Span span =
        ElasticApm.currentSpan()
            .startSpan(work.type(), work.subtype(), work.action())
            .setName(work.title());
    Scope scope = span.activate();
    try (scope) {
      return task.run();
    } finally {
      span.end();
    }
  }
}
