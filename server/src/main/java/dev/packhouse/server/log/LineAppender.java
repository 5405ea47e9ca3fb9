package dev.packhouse.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.event.KeyValuePair;

/**
 * Writes each event at once and whole. Logback's own appender would close the stream in the end,
 * and would stay silent for ever after one write that failed.
 */
final class LineAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private final Encoder<ILoggingEvent> encoder;
  private final UnaryOperator<byte[]> guard;
  private final PrintStream out;

  /**
   * @param guard makes sure of a line that was encoded
   */
  LineAppender(Encoder<ILoggingEvent> encoder, UnaryOperator<byte[]> guard, PrintStream out) {
    this.encoder = encoder;
    this.guard = guard;
    this.out = out;
  }

  @Override
  protected void append(ILoggingEvent event) {
    leaveOutDoubles(event);
    byte[] line = guard.apply(encoder.encode(event));
    out.write(line, 0, line.length);
    out.flush();
  }

  /**
   * The APM agent gives each event its trace after we did, and no key may stand in a line twice.
   */
  private static void leaveOutDoubles(ILoggingEvent event) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    Map<String, String> context = event.getMDCPropertyMap();
    if (pairs != null && !context.isEmpty()) {
      pairs.removeIf(pair -> context.containsKey(pair.key));
    }
  }
}
