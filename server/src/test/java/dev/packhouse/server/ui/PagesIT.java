package dev.packhouse.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Intake;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import dev.packhouse.server.TestRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages, as HTTP gives them. */
@SuppressWarnings("NullAway.Init")
final class PagesIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static TestRegistry server;

  @BeforeAll
  static void serve() throws IOException {
    Path many = PageRegistry.many(folder.resolve("many"), 200);
    server = TestRegistry.serve(PageRegistry.generate(folder.resolve("public"), many));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void sendsBrowsersFromTheRootToThePagesAndNobodyElse() throws Exception {
    HttpResponse<byte[]> page =
        get(server.address().resolve("/"), "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location")).contains("/ui/");
    assertThat(page.headers().allValues("Vary")).contains("Accept");

    HttpResponse<byte[]> json = get(server.address().resolve("/"), "*/*");
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.headers().allValues("Vary")).contains("Accept");
    assertThat(new String(json.body(), StandardCharsets.UTF_8)).startsWith("{\"service.name\"");
  }

  @Test
  void saysWhatPagesMayDo() throws Exception {
    HttpResponse<byte[]> page = get(home(), "text/html");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(text(page)).contains("http-equiv=\"Content-Security-Policy\"");
  }

  @Test
  void isLightOnTheFirstVisit() throws Exception {
    String html = text(get(home(), "text/html"));
    long weight = html.getBytes(StandardCharsets.UTF_8).length;
    Matcher parts = Pattern.compile("(?:src|href)=\"(assets/[^\"]*\\.(?:css|js))\"").matcher(html);
    while (parts.find()) {
      weight += get(home().resolve(parts.group(1)), "*/*").body().length;
    }
    assertThat(weight).isBetween(20_000L, 100_000L);
    List<String> eager =
        Pattern.compile("<img(?![^>]*loading=\"lazy\")[^>]*>")
            .matcher(html)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(eager).allSatisfy(image -> assertThat(image).contains("assets/"));
  }

  @Test
  void keepsLookAndScriptsInCachesForGoodAndPagesForAMoment() throws Exception {
    Matcher style =
        Pattern.compile("href=\"(assets/[^\"]*\\.css)\"").matcher(text(get(home(), "text/html")));
    assertThat(style.find()).isTrue();
    assertThat(maxAge(home().resolve(style.group(1)))).isEqualTo("max-age=31536000");
    assertThat(maxAge(home())).isEqualTo("max-age=10");
  }

  @Test
  void saysInTheDataOfTheSearchThatTheServerSearches() throws Exception {
    HttpResponse<byte[]> data = get(home().resolve("data/packages.json"), "*/*");
    assertThat(data.headers().allValues("Link")).containsExactly("<../../search>; rel=\"search\"");
    assertThat(get(home(), "text/html").headers().allValues("Link")).isEmpty();
  }

  @Test
  void findsNothingBesideThePages() throws Exception {
    for (String path : List.of("none.html", "packages", "files.jsonl", "assets")) {
      assertThat(get(URI.create(home() + path), "*/*").statusCode()).as(path).isEqualTo(404);
    }
    // What leads upwards is sent to where that is.
    assertThat(
            get(URI.create(home() + "%2e%2e/files.jsonl"), "*/*").headers().firstValue("Location"))
        .contains("/files.jsonl");
    assertThat(get(server.address().resolve("/ui"), "*/*").headers().firstValue("Location"))
        .contains("/ui/");
  }

  @Test
  void sendsFromASlashBehindAPageToThePage() throws Exception {
    for (String path : List.of("api.html", "packages/crate_1.html", "none.html", "packages")) {
      HttpResponse<byte[]> moved = get(home().resolve(path + "/"), "*/*");
      assertThat(moved.statusCode()).as(path).isEqualTo(301);
      assertThat(moved.headers().firstValue("Location")).contains("/ui/" + path);
    }
  }

  @Test
  void servesFilesUnderTheirPathsOnPlainHosts(@TempDir Path own) throws Exception {
    Path packages = own.resolve("packages");
    PackageFixture fixture = PackageFixture.of("a", "1.0.0").manifest("type: integration\n");
    fixture.file("img/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").folder(packages);
    PageRegistry.generate(own.resolve("public"), packages);
    fixture.manifest("icons: [{src: /img/a.svg, type: image/svg+xml}]\n").folder(packages);
    PageRegistry.generate(own.resolve("public"), packages);

    try (TestRegistry replaced = TestRegistry.serve(own.resolve("public"))) {
      URI page = replaced.address().resolve("/ui/packages/a.html");
      Matcher icon =
          Pattern.compile("src=\"(\\.\\./\\.\\./revisions/[^\"]*\\.svg)\"")
              .matcher(text(get(page, "text/html")));
      assertThat(icon.find()).isTrue();
      assertThat(get(page.resolve(icon.group(1)), "*/*").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysThatARegistryHasNoPages(@TempDir Path own) throws Exception {
    Path packages = own.resolve("packages");
    PackageFixture.of("a", "1.0.0").manifest("type: integration\n").folder(packages);
    Path out = own.resolve("public");
    Generator.run(
        new GenerateOptions(
            List.of(packages),
            out,
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false,
            /* mayEmpty= */ true,
            Intake.usual(),
            Optional.empty(),
            /* pages= */ false,
            Retention.usual(),
            Optional.empty()),
        Progress.NONE);

    assertThat(out.resolve("ui")).doesNotExist();
    try (TestRegistry plain = TestRegistry.serve(out)) {
      HttpResponse<byte[]> page = get(plain.address().resolve("/ui/"), "text/html");
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(text(page)).contains("without pages", "--no-ui");
      HttpResponse<byte[]> root = get(plain.address().resolve("/"), "text/html");
      assertThat(root.statusCode()).isEqualTo(200);
      assertThat(root.headers().allValues("Vary")).doesNotContain("Accept");
    }
  }

  private static URI home() {
    return server.address().resolve("/ui/");
  }

  private static String maxAge(URI address) throws IOException {
    return get(address, "*/*").headers().firstValue("Cache-Control").orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> get(URI address, String accept) throws IOException {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(address).header("Accept", accept).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
