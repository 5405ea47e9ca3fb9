package dev.packhouse.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes what agents of Elastic APM send, as an APM server does, and keeps it: lines of JSON, each
 * an object with one key that says what it is ({@code metadata}, {@code transaction}, {@code span},
 * {@code error}, {@code metricset}).
 */
public final class IntakeServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What agents ask first, and what they know a server's abilities by. */
  private static final String INFO =
      """
      {"build_date": "2025-01-01T00:00:00Z", "build_sha": "0", "publish_ready": true, "version": "8.15.0"}
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Lock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<JsonNode> events = new ArrayList<>();

  private IntakeServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on a free port.
   *
   * @param host to listen on; agents in containers reach the address of the bridge
   */
  public static IntakeServer start(String host) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
    IntakeServer intake = new IntakeServer(server);
    server.setExecutor(intake.threads);
    server.createContext("/", intake::answer);
    server.createContext("/intake/v2/events", intake::take);
    server.start();
    return intake;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * The first event of a kind that was sent or is sent while this waits.
   *
   * @param kind such as {@code transaction}
   * @throws AssertionError there is none
   */
  public JsonNode await(String kind, Predicate<JsonNode> wanted) throws InterruptedException {
    lock.lock();
    try {
      long left = Duration.ofSeconds(60).toNanos();
      Optional<JsonNode> found = find(kind, wanted);
      while (found.isEmpty()) {
        if (left <= 0) {
          throw new AssertionError("no such " + kind + " among " + events);
        }
        left = more.awaitNanos(left);
        found = find(kind, wanted);
      }
      return found.get();
    } finally {
      lock.unlock();
    }
  }

  /** All of a kind that were sent so far. */
  public List<JsonNode> all(String kind) {
    lock.lock();
    try {
      return events.stream().filter(event -> event.has(kind)).map(e -> e.get(kind)).toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private Optional<JsonNode> find(String kind, Predicate<JsonNode> wanted) {
    return all(kind).stream().filter(wanted).findFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] info = INFO.getBytes(StandardCharsets.UTF_8);
    boolean known = exchange.getRequestURI().getPath().equals("/");
    try (exchange) {
      exchange.sendResponseHeaders(known ? 200 : 404, known ? info.length : -1);
      if (known) {
        exchange.getResponseBody().write(info);
      }
    }
  }

  /** Agents keep a request open for a while: each line counts when it comes. */
  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = decoded(exchange);
        var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(body)) {
      while (lines.hasNextValue()) {
        keep(lines.nextValue());
      }
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private static InputStream decoded(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    String coding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    return switch (coding) {
      case "deflate" -> new InflaterInputStream(body);
      case "gzip" -> new GZIPInputStream(body);
      case null, default -> body;
    };
  }

  private void keep(JsonNode event) {
    lock.lock();
    try {
      events.add(event);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
