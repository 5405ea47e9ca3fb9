package dev.packhouse.server.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.util.LinkedHashMap;
import java.util.Map;
import net.logstash.logback.decorate.json.JsonWriteFeatureDecorator;
import net.logstash.logback.encoder.LogstashEncoder;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Logstash's encoder. Apart from the others, so that its classes are not loaded with them. */
final class LogstashLines {
  private LogstashLines() {}

  static Encoder<ILoggingEvent> encoder(
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
