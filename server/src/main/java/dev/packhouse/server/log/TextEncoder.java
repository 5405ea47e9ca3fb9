package dev.packhouse.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.packhouse.generator.model.PrintableText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.slf4j.event.KeyValuePair;

/**
 * Lines for people: time, level, logger, message. Of the key-values only the trace is told, because
 * messages are written so that they need none. A stack trace follows on lines of its own, each of
 * them indented, so that none can be taken for an event.
 */
final class TextEncoder extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String TRACE = "trace.id";
  private static final int LEVEL_WIDTH = 5;
  private static final byte[] NOTHING = {};

  private final ThrowableProxyConverter traces;

  TextEncoder(ThrowableProxyConverter traces) {
    this.traces = traces;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(256);
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    String level = event.getLevel().toString();
    line.append(' ').append(level).repeat(' ', LEVEL_WIDTH - level.length());
    line.append(' ').append(event.getLoggerName()).append(": ");
    line.append(printable(Objects.requireNonNullElse(event.getFormattedMessage(), "")));
    appendTrace(event, line);
    line.append('\n');
    if (event.getThrowableProxy() != null) {
      traces
          .convert(event)
          .lines()
          .forEach(frame -> line.append("    ").append(printable(frame.strip())).append('\n'));
    }
    return line.toString().getBytes(UTF_8);
  }

  private static void appendTrace(ILoggingEvent event, StringBuilder line) {
    String trace = event.getMDCPropertyMap().get(TRACE);
    if (trace != null) {
      line.append(" trace ").append(printable(trace));
      return;
    }
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        if (pair.key.equals(TRACE)) {
          line.append(" trace ").append(printable(String.valueOf(pair.value)));
        }
      }
    }
  }

  private static String printable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : PrintableText.of(text);
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
