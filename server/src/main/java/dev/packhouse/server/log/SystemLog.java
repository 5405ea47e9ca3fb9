package dev.packhouse.server.log;

import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A logger of the JDK's own interface, which we and Helidon use. SLF4J has one too, but that loads
 * Logback with the first logger that anybody asks for, and {@code System.exit} asks for one in each
 * command. This one knows nothing of Logback, and only warns, until there is a log.
 */
final class SystemLog implements System.Logger {
  private static volatile @Nullable Function<String, System.Logger> log;

  private final String name;
  private volatile System.@Nullable Logger target;

  SystemLog(String name) {
    this.name = name;
  }

  /** From now on everything goes there, by the name of its logger. */
  static void forward(Function<String, System.Logger> loggers) {
    log = loggers;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isLoggable(Level level) {
    System.Logger logger = target();
    return logger == null
        ? level != Level.OFF && level.compareTo(Level.WARNING) >= 0
        : logger.isLoggable(level);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    System.Logger logger = target();
    if (logger != null) {
      logger.log(level, bundle, message, thrown);
    } else if (isLoggable(level)) {
      System.err.println(
          level + " " + name + ": " + message + (thrown == null ? "" : " " + thrown));
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    System.Logger logger = target();
    if (logger != null) {
      logger.log(level, bundle, format, parameters);
    } else {
      log(level, bundle, format, (Throwable) null);
    }
  }

  private System.@Nullable Logger target() {
    Function<String, System.Logger> loggers = log;
    if (target == null && loggers != null) {
      target = loggers.apply(name);
    }
    return target;
  }
}
