package dev.packhouse.server.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import dev.packhouse.server.config.ServerConfig.LogType;
import java.util.List;

/** How an event becomes a line, for each type of log. */
final class Encoders {
  /** Of each failure; one without end says no more with more of them. */
  private static final String MOST_FRAMES = "100";

  private Encoders() {}

  /**
   * @param dataset which of the service's logs it is, {@code packhouse.access}
   */
  static Encoder<ILoggingEvent> of(LogType type, Service service, String dataset, Context context) {
    Encoder<ILoggingEvent> encoder =
        switch (type) {
          case TEXT -> new TextEncoder(traces(context));
          case ECS -> ecs(service, dataset, traces(context));
          case LOGSTASH -> LogstashLines.encoder(service, dataset, traces(context));
        };
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static ThrowableProxyConverter traces(Context context) {
    ThrowableProxyConverter traces = new ThrowableProxyConverter();
    traces.setContext(context);
    traces.setOptionList(List.of(MOST_FRAMES));
    traces.start();
    return traces;
  }

  private static Encoder<ILoggingEvent> ecs(
      Service service, String dataset, ThrowableProxyConverter traces) {
    EcsLine encoder = new EcsLine();
    encoder.setServiceName(service.name());
    encoder.setServiceVersion(service.version());
    service.environment().ifPresent(encoder::setServiceEnvironment);
    encoder.setServiceNodeName(service.node());
    encoder.setEventDataset(dataset);
    encoder.setThrowableConverter(traces);
    return encoder;
  }
}
