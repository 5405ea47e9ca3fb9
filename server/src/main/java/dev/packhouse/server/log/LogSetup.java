package dev.packhouse.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.Encoder;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.Logging;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;

/** Tells Logback what is logged, how it is written, and where. */
final class LogSetup {
  /** Ours, the second by the names of classes. */
  private static final List<String> OURS = List.of(Loggers.SERVER, "dev.packhouse");

  /** What they say below a warning only concerns us. */
  private static final List<String> LIBRARIES = List.of("io.helidon", "org.apache.lucene");

  private static final String CONNECTIONS = "io.helidon.webserver.ConnectionHandler";

  private LogSetup() {}

  static void apply(LoggerContext context, Logging logging, Service service, PrintStream out) {
    context.reset();
    Level level = level(logging.level());
    Level quiet = level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(quiet);
    OURS.forEach(name -> context.getLogger(name).setLevel(level));
    // It warns with a stack trace of whatever a client sends that is no request.
    context.getLogger(CONNECTIONS).setLevel(Level.ERROR);
    if (level == Level.DEBUG) {
      context.getLogger(CONNECTIONS).setLevel(level);
      LIBRARIES.forEach(name -> context.getLogger(name).setLevel(level));
    }
    context
        .getLogger(Logger.ROOT_LOGGER_NAME)
        .addAppender(appender(context, logging.type(), service, "packhouse.server", out));
    ch.qos.logback.classic.Logger access = context.getLogger(Loggers.ACCESS);
    access.setAdditive(false);
    access.addAppender(appender(context, logging.type(), service, Loggers.ACCESS, out));
  }

  private static Appender<ILoggingEvent> appender(
      LoggerContext context, LogType type, Service service, String dataset, PrintStream out) {
    Encoder<ILoggingEvent> encoder = Encoders.of(type, service, dataset, context);
    UnaryOperator<byte[]> guard = type == LogType.TEXT ? line -> line : JsonLine::escaped;
    Appender<ILoggingEvent> appender = new LineAppender(encoder, guard, out);
    appender.setContext(context);
    appender.start();
    return appender;
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }
}
