package dev.packhouse.server.observe;

/**
 * What is told of requests to a system that follows them through many servers.
 *
 * @param requests must be the first of all observers, so that whatever the others write is written
 *     while the request is still followed
 */
public record Tracing(RequestObserver requests, Tracer work) {
  /** The agent sets it where it has been attached. */
  private static final String ATTACHED = "ElasticApm.attached";

  /** To the Elastic APM agent, and to nobody at no cost where it is not attached. */
  public static Tracing ofAgent() {
    return Boolean.getBoolean(ATTACHED)
        ? new Tracing(new ElasticTransactions(), new ElasticSpans())
        : new Tracing(RequestObserver.NONE, Tracer.NONE);
  }
}
