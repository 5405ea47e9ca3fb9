package dev.packhouse.server.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import co.elastic.logging.logback.EcsEncoder;
import dev.packhouse.server.config.ServerConfig.LogType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.logstash.logback.decorate.json.JsonWriteFeatureDecorator;
import net.logstash.logback.encoder.LogstashEncoder;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

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
          case LOGSTASH -> logstash(service, dataset, traces(context));
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

  private static EcsEncoder ecs(Service service, String dataset, ThrowableProxyConverter traces) {
    EcsEncoder encoder = new EcsLine();
    encoder.setServiceName(service.name());
    encoder.setServiceVersion(service.version());
    service.environment().ifPresent(encoder::setServiceEnvironment);
    encoder.setServiceNodeName(service.node());
    encoder.setEventDataset(dataset);
    encoder.setThrowableConverter(traces);
    return encoder;
  }

  private static LogstashEncoder logstash(
      Service service, String dataset, ThrowableProxyConverter traces) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("service.name", service.name());
    fields.put("service.version", service.version());
    service.environment().ifPresent(text -> fields.put("service.environment", text));
    fields.put("service.node.name", service.node());
    fields.put("event.dataset", dataset);
    LogstashEncoder encoder = new LogstashEncoder();
    encoder.setTimeZone("UTC");
    encoder.setCustomFields(JsonMapper.shared().writeValueAsString(fields));
    encoder.setThrowableConverter(traces);
    // Half of a surrogate pair, which clients can send, would otherwise cost the line.
    JsonWriteFeatureDecorator ascii = new JsonWriteFeatureDecorator();
    ascii.enable(JsonWriteFeature.ESCAPE_NON_ASCII);
    encoder.addDecorator(ascii);
    return encoder;
  }
}
