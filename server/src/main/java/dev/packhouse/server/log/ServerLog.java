package dev.packhouse.server.log;

import ch.qos.logback.classic.LoggerContext;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.Logging;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** The log of the server that this process is. Every line is out when a method returns. */
public final class ServerLog {
  private final Logger server;
  private final Logger packages;
  private final LogType type;
  private final String instance;

  ServerLog(LoggerContext context, LogType type, String instance) {
    this.server = context.getLogger(Loggers.SERVER);
    this.packages = context.getLogger(Loggers.PACKAGES);
    this.type = type;
    this.instance = instance;
  }

  /**
   * From now on everything that is said in this process is logged, also by libraries.
   *
   * @param environment names the service and this instance of it
   * @param out every line goes here
   */
  public static ServerLog start(Logging logging, Map<String, String> environment, PrintStream out) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Service service = Service.from(environment);
    LogSetup.apply(context, logging, service, out);
    bridgeJavaLogging(context);
    SystemLog.forward(name -> new LogbackLogger(context.getLogger(name)));
    return new ServerLog(context, logging.type(), service.node());
  }

  /** Lucene uses it. Its root holds back what Logback would, before anything is made of it. */
  private static void bridgeJavaLogging(LoggerContext context) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    boolean everything = context.getLogger(Loggers.SERVER).isDebugEnabled();
    java.util.logging.Logger.getLogger("")
        .setLevel(everything ? java.util.logging.Level.FINE : java.util.logging.Level.WARNING);
  }

  /** The name of this server in the log, among those that serve the same. */
  public String instance() {
    return instance;
  }

  /** Every line is a JSON object, and nothing else may be printed. */
  public boolean isForPrograms() {
    return type != LogType.TEXT;
  }

  public void info(String message) {
    server.info(message);
  }

  public void warn(String message) {
    server.warn(message);
  }

  /**
   * Something that keeps the server from its work.
   *
   * @param failure told with its stack trace, where there is one to tell
   */
  public void error(String message, Optional<Throwable> failure) {
    server.atError().setCause(failure.orElse(null)).log(message);
  }

  /** An error keeps a package from being served, and anything else is good to know. */
  public void finding(Finding finding) {
    LoggingEventBuilder event =
        packages
            .atLevel(finding.isError() ? Level.ERROR : Level.WARN)
            .addKeyValue("event.code", finding.code())
            .addKeyValue("file.path", finding.file());
    finding
        .place()
        .map(
            place ->
                event
                    .addKeyValue("packhouse.finding.line", place.line())
                    .addKeyValue("packhouse.finding.column", place.column()))
        .orElse(event)
        .log(finding.toString());
  }
}
