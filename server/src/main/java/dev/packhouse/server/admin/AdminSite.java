package dev.packhouse.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.server.observe.FailureSentence;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Metrics;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;

/** All that can be asked on one listener, without a network. */
final class AdminSite {
  private static final System.Logger LOGGER = System.getLogger(AdminSite.class.getName());

  private final List<AdminPage> pages;
  private final BrowserGuard guard;

  private AdminSite(List<AdminPage> pages, BrowserGuard guard) {
    this.pages = List.copyOf(pages);
    this.guard = guard;
  }

  static AdminSite all(
      Health health, Metrics metrics, AdminPage.Source profiler, BrowserGuard guard) {
    return new AdminSite(
        List.of(
            new AdminPage("/-/live", "whether this process answers", live()),
            new AdminPage("/-/health", "each check, as JSON", new HealthPage(health)),
            new AdminPage(
                "/-/profile?seconds=30", "records a profile (JFR), 1 to 600 seconds", profiler),
            new AdminPage("/-/threads", "every thread and where it is", new ThreadsPage()),
            metricsPage(metrics)),
        guard);
  }

  static AdminSite metrics(Metrics metrics, BrowserGuard guard) {
    return new AdminSite(List.of(metricsPage(metrics)), guard);
  }

  AdminAnswer answer(AdminRequest request) {
    if (!request.method().equals("GET")) {
      return AdminAnswer.text(405, "method not allowed").with("Allow", "GET");
    }
    if (!guard.admits(request)) {
      return AdminAnswer.text(
          403, "asked by a web page, or under a name that is not this listener's");
    }
    if (request.path().equals("/")) {
      return AdminAnswer.text(200, list());
    }
    return pages.stream()
        .filter(page -> pathOf(page).equals(request.path()))
        .findFirst()
        .map(page -> answer(page, request))
        .orElseGet(() -> AdminAnswer.text(404, "404 page not found"));
  }

  private static AdminAnswer answer(AdminPage page, AdminRequest request) {
    try {
      return page.source().answer(request);
    } catch (IOException e) {
      return AdminAnswer.text(503, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return AdminAnswer.text(503, "the server is ending");
    } catch (RuntimeException bug) {
      FailureSentence.log(LOGGER, Level.ERROR, "no answer to " + page.path(), bug);
      return AdminAnswer.text(500, "internal server error");
    }
  }

  private static String pathOf(AdminPage page) {
    return page.path().replaceFirst("\\?.*", "");
  }

  private String list() {
    return pages.stream()
        .map(page -> "%-22s %s".formatted(page.path(), page.description()))
        .collect(Collectors.joining("\n"));
  }

  private static AdminPage.Source live() {
    return request -> AdminAnswer.text(200, "live");
  }

  private static AdminPage metricsPage(Metrics metrics) {
    return new AdminPage(
        "/metrics",
        "for Prometheus",
        request -> {
          Metrics.Scrape scrape = metrics.scrape(request.header("Accept").orElse(""));
          return AdminAnswer.of(200, scrape.contentType(), scrape.text().getBytes(UTF_8));
        });
  }
}
