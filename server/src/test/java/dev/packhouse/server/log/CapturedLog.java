package dev.packhouse.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.Logging;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** A log of its own for a test, instead of the one of the process. */
public final class CapturedLog {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final LogType type;

  public CapturedLog(LogLevel level, LogType type) {
    this.type = type;
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.start();
    Service service = new Service("packhouse", "1.2.3", Optional.of("staging"), "node-1");
    LogSetup.apply(context, new Logging(level, type), service, new PrintStream(bytes, true, UTF_8));
  }

  public ServerLog server() {
    return new ServerLog(context, type, "here");
  }

  public ch.qos.logback.classic.Logger logger(String name) {
    return context.getLogger(name);
  }

  /** As the APM agent sets it. */
  public void put(String key, String value) {
    context.getMDCAdapter().put(key, value);
  }

  /** Everything that was written. */
  public String text() {
    return bytes.toString(UTF_8);
  }

  /** The same, with one time and one thread. */
  public String fixed() {
    return text()
        .replaceAll(TIME, "2026-01-02T03:04:05.678Z")
        .replaceAll("(thread.name\":|thread_name\":)\"[^\"]*\"", "$1\"main\"");
  }

  public List<String> lines() {
    return List.of(text().split("\n"));
  }
}
