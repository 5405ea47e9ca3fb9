package dev.packhouse.server.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A request in the fields of the Elastic Common Schema. It has none for the pattern of a path
 * ({@code http.route} is OpenTelemetry's) and for answers that broke off.
 */
final class AccessFields {
  private static final Pattern IP_ADDRESS =
      Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private AccessFields() {}

  /** Everything. */
  static Map<String, Object> of(Received request, Finished outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean good = outcome.complete() && outcome.status() < 500;
    fields.put("event.outcome", good ? "success" : "failure");
    fields.put("event.duration", outcome.time().toNanos());
    addRequest(request, fields);
    fields.put("http.response.status_code", outcome.status());
    fields.put("http.response.body.bytes", outcome.bytes());
    outcome.error().ifPresent(code -> fields.put("error.code", code));
    if (!outcome.complete()) {
      fields.put("packhouse.response.complete", false);
    }
    addClient(request, fields);
    addTrace(request, fields);
    return fields;
  }

  /** What tells a request from others. */
  static Map<String, Object> of(Received request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    addRequest(request, fields);
    addTrace(request, fields);
    return fields;
  }

  private static void addRequest(Received request, Map<String, Object> fields) {
    fields.put("http.request.method", LogValue.of(request.method(), LogValue.LONGEST_WORD));
    fields.put("http.request.id", request.id());
    fields.put("http.route", request.route());
    fields.put("url.path", LogValue.of(request.path(), LogValue.LONGEST_PATH));
    if (!request.query().isEmpty()) {
      fields.put("url.query", LogValue.of(request.query(), LogValue.LONGEST_QUERY));
    }
  }

  private static void addClient(Received request, Map<String, Object> fields) {
    String client = LogValue.of(request.client(), LogValue.LONGEST_WORD);
    fields.put("source.address", client);
    if (IP_ADDRESS.matcher(client).matches()) {
      fields.put("source.ip", client);
    }
    request
        .headers()
        .apply("User-Agent")
        .map(agent -> LogValue.of(agent, LogValue.LONGEST_WORD))
        .ifPresent(agent -> fields.put("user_agent.original", agent));
  }

  /** Where the APM agent is attached it gives each event its own, which counts. */
  static void addTrace(Received request, Map<String, Object> fields) {
    TraceParent.traceId(request.headers().apply(TraceParent.HEADER))
        .ifPresent(id -> fields.put("trace.id", id));
  }
}
