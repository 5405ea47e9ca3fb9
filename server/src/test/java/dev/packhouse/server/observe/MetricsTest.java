package dev.packhouse.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricsTest {
  private static final Pattern HELP = Pattern.compile("# HELP ((?:epr|packhouse)_\\w+) (.*)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) (\\w+)");

  private final Metrics metrics = new Metrics("1.2.3", "host-1");

  private String text() {
    return metrics.scrape("").text();
  }

  private static Received request(String method, String route, String path) {
    return new Received(method, route, path, "a=b", "127.0.0.1", "id", name -> Optional.empty());
  }

  private void count(Received request, int status, Optional<String> error) {
    metrics
        .requests()
        .begin(request)
        .end(new Finished(status, error, 300, true, Duration.ofMillis(20), Optional.empty()));
  }

  @Test
  void saysWhatRuns() {
    metrics.show("000007", 1920);
    assertThat(text())
        .contains(
            "epr_service_info{instance=\"host-1\",version=\"1.2.3\"} 1\n",
            "epr_number_indexed_packages 1920.0\n",
            "packhouse_registry_info{generation=\"000007\"} 1\n",
            "jvm_memory_used_bytes{area=\"heap\"}",
            "process_cpu_seconds_total ");
  }

  @Test
  void saysWhatIsShownNowAndNothingOfWhatWasShownBefore() {
    metrics.show("000007", 1920);
    metrics.show("000008", 1921);
    assertThat(text())
        .contains(
            "epr_number_indexed_packages 1921.0\n",
            "packhouse_registry_info{generation=\"000008\"} 1\n")
        .doesNotContain("000007");
  }

  @Test
  void countsRequestsByStatusMethodAndRoute() {
    count(request("GET", "/search", "/search"), 200, Optional.empty());
    count(request("GET", "/search", "/search"), 200, Optional.empty());
    count(request("GET", "/search", "/search"), 400, Optional.of("invalid_parameter"));

    String search = "{code=\"200\",method=\"get\",path=\"/search\"";
    assertThat(text())
        .contains(
            "epr_http_requests_total" + search + "} 2.0\n",
            "epr_http_request_duration_seconds_count" + search + "} 2\n",
            "epr_http_request_duration_seconds_bucket" + search + ",le=\"0.01\"} 0\n",
            "epr_http_request_duration_seconds_bucket" + search + ",le=\"0.025\"} 2\n",
            "epr_http_request_size_bytes_sum" + search + "} 48.0\n",
            "epr_http_response_size_bytes_sum" + search + "} 600.0\n",
            "epr_http_requests_total{code=\"400\",method=\"get\",path=\"/search\"} 1.0\n",
            "packhouse_http_errors_total{error=\"invalid_parameter\"} 1.0\n");
  }

  @Test
  void countsRequestsUnderWay() {
    RequestObserver.Observation first =
        metrics.requests().begin(request("GET", "/search", "/search"));
    metrics.requests().begin(request("GET", "/", "/"));
    assertThat(text()).contains("epr_in_flight_requests 2.0\n");

    first.end(new Finished(200, Optional.empty(), 1, true, Duration.ZERO, Optional.empty()));
    assertThat(text()).contains("epr_in_flight_requests 1.0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/search, /search, /search",
    "/package/{name}/{version}/, /package/a/1.0.0/,"
        + " /package/{packageName:[a-z0-9_]+}/{packageVersion}/",
    "/package/{name}/{version}/{path}, /package/a/1.0.0/x.sig,"
        + " /package/{packageName}/{packageVersion}/{name:.*}",
    "/epr/{name}/{archive}, /epr/a/a-1.0.0.zip,"
        + " /epr/{packageName}/{packageName:[a-z0-9_]+}-{packageVersion}.zip",
    "/epr/{name}/{archive}, /epr/a/a-1.0.0.zip.sig,"
        + " /epr/{packageName}/{packageName:[a-z0-9_]+}-{packageVersion}.zip.sig",
    "unknown, /wp-admin.php, unknown"
  })
  void givesRoutesAsEprDoes(String route, String path, String label) {
    assertThat(MetricLabels.path(request("GET", route, path))).isEqualTo(label);
  }

  @Test
  void makesNoNewSeriesForMethodsAndPathsThatClientsMakeUp() {
    for (int i = 0; i < 1000; i++) {
      count(request("M" + i, "unknown", "/p" + i), 404, Optional.of("unknown_path"));
    }
    assertThat(text().lines().filter(line -> line.startsWith("epr_http_requests_total")))
        .containsExactly(
            "epr_http_requests_total{code=\"404\",method=\"unknown\",path=\"unknown\"} 1000.0");
  }

  @Test
  void addsTheBodyToTheSizeOfTheRequest() {
    Received post =
        new Received(
            "POST",
            "/search",
            "/search",
            "",
            "127.0.0.1",
            "id",
            name -> name.equals("Content-Length") ? Optional.of("1000") : Optional.empty());
    assertThat(MetricLabels.size(post)).isEqualTo(1022);
  }

  @Test
  void choosesTheFormatThatIsAskedFor() {
    assertThat(metrics.scrape("application/openmetrics-text;version=1.0.0").contentType())
        .startsWith("application/openmetrics-text;");
    assertThat(metrics.scrape("application/openmetrics-text").text()).endsWith("# EOF\n");
    assertThat(metrics.scrape("*/*").contentType()).startsWith("text/plain; version=0.0.4;");
    assertThat(metrics.scrape("application/vnd.google.protobuf;q=1").contentType())
        .startsWith("text/plain;");
  }

  @Test
  void isTheTableInTheDocumentation() throws IOException {
    count(request("GET", "/search", "/search"), 400, Optional.of("invalid_parameter"));
    metrics.show("000001", 1);
    String text = text();
    Map<String, String> types =
        TYPE.matcher(text)
            .results()
            .collect(Collectors.toMap(type -> type.group(1), type -> type.group(2)));
    Map<String, String> rows = new TreeMap<>();
    Matcher help = HELP.matcher(text);
    while (help.find()) {
      String name = help.group(1);
      rows.put(
          name,
          "| `%s` | %s | %s | %s |%n"
              .formatted(name, types.get(name), labels(text, name), help.group(2)));
    }
    Golden.assertPart(
        Path.of("../docs/deploy/monitoring.md"),
        "<!-- metrics: written by MetricsTest -->",
        "<!-- end of metrics -->",
        "| name | kind | labels | |\n|---|---|---|---|\n" + String.join("", rows.values()));
  }

  private static String labels(String text, String name) {
    Matcher sample = Pattern.compile("(?m)^" + name + "(?:_count)?\\{(.*)}").matcher(text);
    return sample.find()
        ? Pattern.compile("(\\w+)=\"[^\"]*\"")
            .matcher(sample.group(1))
            .results()
            .map(label -> "`" + label.group(1) + "`")
            .collect(Collectors.joining(", "))
        : "";
  }
}
