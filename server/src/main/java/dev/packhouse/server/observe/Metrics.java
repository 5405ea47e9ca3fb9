package dev.packhouse.server.observe;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Everything that is counted, for Prometheus. Made only where somebody can read it. Where the
 * meaning is that of a metric of EPR, the name and the labels are EPR's, so that dashboards go on
 * working.
 */
public final class Metrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ExpositionFormats formats = ExpositionFormats.init();
  private final RequestMetrics requests = new RequestMetrics(registry);
  private final Info generation;
  private final Gauge packages;

  /**
   * All metrics at one moment.
   *
   * @param contentType says which format they are in; the text is sent as UTF-8
   */
  public record Scrape(String contentType, String text) {}

  /**
   * @param version of the product
   * @param instance tells this server from others
   */
  public Metrics(String version, String instance) {
    Info.builder()
        .name("epr_service_info")
        .help("Which release runs where.")
        .labelNames("version", "instance")
        .register(registry)
        .addLabelValues(version, instance);
    generation =
        Info.builder()
            .name("packhouse_registry_info")
            .help("Which generation of the registry is served.")
            .labelNames("generation")
            .register(registry);
    packages =
        Gauge.builder()
            .name("epr_number_indexed_packages")
            .help("Package versions that are served.")
            .register(registry);
    JvmMetrics.builder().register(registry);
  }

  /**
   * Tells what is served from now on.
   *
   * @param id of the generation
   * @param versions how many package versions it has
   */
  public void show(String id, int versions) {
    generation.setLabelValues(id);
    packages.set(versions);
  }

  /** Counts requests. */
  public RequestObserver requests() {
    return requests;
  }

  /**
   * Reads all of them.
   *
   * @param accept the header of that name, which chooses between the text formats; empty for the
   *     plain one
   */
  public Scrape scrape(String accept) {
    ExpositionFormatWriter writer = formats.findWriter(accept);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Scrape(writer.getContentType(), out.toString(StandardCharsets.UTF_8));
  }
}
