package dev.packhouse.server.serve;

import io.helidon.common.context.Context;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.http.DirectHandlers;
import java.util.concurrent.ExecutorService;

/**
 * A listener that takes bodies of any length, which nobody reads: they are thrown away as they
 * come. Where Helidon 4.5 finds one too long over HTTP/2, it leaves it where it is, and the
 * connection with all its streams waits for that for good.
 *
 * @param listener all the rest
 */
record Http2Listener(ListenerContext listener, ListenerConfig config) implements ListenerContext {
  private static final long UNLIMITED = -1;

  static Http2Listener of(ListenerContext listener) {
    return new Http2Listener(
        listener,
        ListenerConfig.builder(listener.config()).maxPayloadSize(UNLIMITED).buildPrototype());
  }

  @Override
  public Context context() {
    return listener.context();
  }

  @Override
  public MediaContext mediaContext() {
    return listener.mediaContext();
  }

  @Override
  public ContentEncodingContext contentEncodingContext() {
    return listener.contentEncodingContext();
  }

  @Override
  public DirectHandlers directHandlers() {
    return listener.directHandlers();
  }

  @Override
  public ExecutorService executor() {
    return listener.executor();
  }
}
