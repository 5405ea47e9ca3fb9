package dev.packhouse.server.observe;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by status, method and route. */
final class RequestMetrics implements RequestObserver {
  private static final String[] LABELS = {"code", "method", "path"};
  private static final double[] SIZES = {16, 32, 64, 128, 256, 512, 1024, 64 * 1024, 256 * 1024};
  private static final double NANOSECONDS = 1e9;

  private final Counter total;
  private final Histogram seconds;
  private final Histogram requestBytes;
  private final Histogram responseBytes;
  private final Counter errors;
  private final LongAdder inFlight = new LongAdder();
  private final Map<Labels, Series> series = new ConcurrentHashMap<>();

  RequestMetrics(PrometheusRegistry registry) {
    total =
        Counter.builder()
            .name("epr_http_requests_total")
            .help("Requests that were answered.")
            .labelNames(LABELS)
            .withoutExemplars()
            .register(registry);
    seconds =
        histogram("epr_http_request_duration_seconds", "Time from request to last byte.")
            .register(registry);
    requestBytes =
        histogram("epr_http_request_size_bytes", "Sizes of requests, without their headers.")
            .classicUpperBounds(SIZES)
            .register(registry);
    responseBytes =
        histogram("epr_http_response_size_bytes", "Sizes of the bodies of answers.")
            .classicUpperBounds(SIZES)
            .register(registry);
    errors =
        Counter.builder()
            .name("packhouse_http_errors_total")
            .help("Answers that are errors, by the code that stands in the log.")
            .labelNames("error")
            .withoutExemplars()
            .register(registry);
    GaugeWithCallback.builder()
        .name("epr_in_flight_requests")
        .help("Requests that are being answered.")
        .callback(callback -> callback.call((double) inFlight.sum()))
        .register(registry);
  }

  private static Histogram.Builder histogram(String name, String help) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(LABELS)
        .classicOnly()
        .withoutExemplars();
  }

  @Override
  public Observation begin(Received request) {
    inFlight.increment();
    return outcome -> end(request, outcome);
  }

  private void end(Received request, Finished outcome) {
    inFlight.decrement();
    Labels labels =
        new Labels(
            outcome.status(), MetricLabels.method(request.method()), MetricLabels.path(request));
    Series known = series.get(labels);
    (known == null ? series.computeIfAbsent(labels, this::series) : known)
        .add(outcome.time().toNanos() / NANOSECONDS, MetricLabels.size(request), outcome.bytes());
    outcome.error().ifPresent(code -> errors.labelValues(code).inc());
  }

  private Series series(Labels labels) {
    String[] values = {Integer.toString(labels.code()), labels.method(), labels.path()};
    return new Series(
        total.labelValues(values),
        seconds.labelValues(values),
        requestBytes.labelValues(values),
        responseBytes.labelValues(values));
  }

  private record Labels(int code, String method, String path) {}

  /** Found once for all metrics: finding it costs more than counting. */
  private record Series(
      CounterDataPoint total,
      DistributionDataPoint seconds,
      DistributionDataPoint requestBytes,
      DistributionDataPoint responseBytes) {
    void add(double time, long received, long sent) {
      total.inc();
      seconds.observe(time);
      requestBytes.observe((double) received);
      responseBytes.observe((double) sent);
    }
  }
}
