package dev.packhouse.server.log;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Takes what is said in the JDK's terms over into Logback's. */
record LogbackLogger(Logger logger) implements System.Logger {
  @Override
  public String getName() {
    return logger.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return level != Level.OFF && logger.isEnabledForLevel(slf4j(level));
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      // Given as an argument, so that braces in it stay braces.
      logger.atLevel(slf4j(level)).setCause(thrown).log("{}", translated(bundle, message));
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    if (isLoggable(level)) {
      String pattern = translated(bundle, format);
      boolean filled = parameters != null && parameters.length > 0;
      String message = filled ? MessageFormat.format(pattern, parameters) : pattern;
      logger.atLevel(slf4j(level)).log("{}", message);
    }
  }

  private static String translated(@Nullable ResourceBundle bundle, @Nullable String text) {
    if (text == null) {
      return "";
    }
    return bundle != null && bundle.containsKey(text) ? bundle.getString(text) : text;
  }

  private static org.slf4j.event.Level slf4j(System.Logger.Level level) {
    return switch (level) {
      case ALL, TRACE -> org.slf4j.event.Level.TRACE;
      case DEBUG -> org.slf4j.event.Level.DEBUG;
      case INFO -> org.slf4j.event.Level.INFO;
      case WARNING -> org.slf4j.event.Level.WARN;
      case ERROR, OFF -> org.slf4j.event.Level.ERROR;
    };
  }
}
