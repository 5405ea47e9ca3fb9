package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.ask;
import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.header;
import static dev.packhouse.server.serve.SiteClient.headers;
import static dev.packhouse.server.serve.SiteClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
final class RegistrySiteTest {
  @TempDir Path folder;
  private RegistrySite site;

  @BeforeEach
  void open() throws IOException {
    site = new SampleRegistry(folder).site();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                                | application/json | 10
          /index.json                      | application/json | 10
          /search                          | application/json | 600
          /search?package=a                | application/json | 600
          /categories                      | application/json | 660
          /package/crate/1.0.0/            | application/json | 10
          /package/crate/1.0.0/manifest.yml | text/yaml; charset=UTF-8 | 720
          /package/crate/1.0.0/docs/README.md | text/markdown; charset=utf-8 | 720
          /package/crate/1.0.0/img/icon.svg | image/svg+xml | 720
          /package/crate/1.0.0/data%20stream/a+b%20%5b1%5d%20%C3%A9.json | application/json | 720
          /package/crate/1.0.0/LICENSE     | text/plain; charset=utf-8 | 720
          /package/crate/1.0.0/empty       | text/plain; charset=utf-8 | 720
          /package/crate/1.0.0/lines.ndjson | text/plain; charset=utf-8 | 720
          /epr/crate/crate-1.0.0.zip       | application/zip  | 720
          /epr/package/crate-1.0.0.zip     | application/zip  | 720
          /epr/crate/crate-1.0.0.zip.sig   | application/pgp-signature | 720
          /epr/crate/crate-1.0.0.zip.sha256 | text/plain; charset=utf-8 | 720
          /epr/crate/crate-1.0.0.tar.gz    | application/gzip | 720
          /openapi.json                    | application/json | 720
          /favicon.ico                     | image/x-icon     | 720
          """)
  void answersEveryRoute(String target, String type, String seconds) throws IOException {
    Answer answer = get(site, target);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(headers(answer, "Cache-Control")).containsExactly("max-age=" + seconds, "public");
    assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{32}\"");
    assertThat(SiteClient.bytes(answer)).hasSize((int) answer.body().length());
  }

  /** The sample registry has no such file, as those that earlier releases generated. */
  @Test
  void describesItsInterfaceCompressedAndOnlyToThoseWhoDoNotKnowItYet() throws IOException {
    Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");
    Answer answer = get(site, "/openapi.json", gzip);

    assertThat(headers(answer, "Content-Encoding")).containsExactly("gzip");
    assertThat(headers(answer, "Vary")).containsExactly("Accept-Encoding");
    assertThat(text(get(site, "/openapi.json"))).startsWith("{\"openapi\":\"3.1.0\",");
    String tag = header(get(site, "/openapi.json"), "ETag");
    assertThat(get(site, "/openapi.json", Map.of("If-None-Match", tag)).status()).isEqualTo(304);
  }

  @Test
  void letsNothingRunInFilesThatBrowsersShow() throws IOException {
    SampleRegistry registry = new SampleRegistry(folder);
    registry.file("docs/page.html", "<script>alert(1)</script>");
    RegistrySite own = registry.site();
    String policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    for (String path : new String[] {"img/icon.svg", "docs/page.html"}) {
      String target = "/package/crate/1.0.0/" + path;
      assertThat(header(get(own, target), "Content-Security-Policy")).isEqualTo(policy);
      assertThat(header(get(own, target, Map.of("Range", "bytes=0-1")), "Content-Security-Policy"))
          .isEqualTo(policy);
      assertThat(
              header(
                  get(own, target, Map.of("Accept-Encoding", "gzip")), "Content-Security-Policy"))
          .isEqualTo(policy);
    }
    assertThat(header(get(own, "/package/crate/1.0.0/docs/page.html"), "Content-Type"))
        .startsWith("text/plain");
    for (String target : new String[] {"/search", "/package/crate/1.0.0/docs/README.md"}) {
      assertThat(headers(get(own, target), "Content-Security-Policy")).isEmpty();
    }
  }

  @Test
  void answersHealthWithNothing() throws IOException {
    for (String target : new String[] {"/health", "/health?ready=true"}) {
      assertThat(get(site, target)).isEqualTo(Answer.empty(200));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /search?all=x                   | 400 | invalid 'all' query param: 'x'
          /categories?prerelease=x        | 400 | invalid 'prerelease' query param: 'x'
          /package/crate/x/               | 400 | invalid package version
          /package/nosuch/1/              | 400 | invalid package version
          /package/crate/v1.0.0/a.yml     | 400 | invalid package version
          /package/CRATE/x/               | 400 | invalid package version
          /epr/crate/crate-x.zip          | 400 | invalid package version
          /epr/crate/crate-1.0.0.zip.zip  | 400 | invalid package version
          /package/crate/9.9.9/           | 404 | package revision not found
          /package/nosuch/1.0.0/          | 404 | package revision not found
          /package/CRATE/1.0.0/           | 404 | package revision not found
          /package/crate/9.9.9/a.yml      | 404 | package revision not found
          /epr/crate/crate-9.9.9.zip      | 404 | artifact not found
          /epr/crate/other-1.0.0.zip      | 404 | artifact not found
          /epr/crate/crate-1.0.0.tar.gz.sig | 404 | artifact not found
          /epr/crate/crate-1.0.0.rar      | 404 | 404 page not found
          /nosuch                         | 404 | 404 page not found
          /secret.txt                     | 404 | 404 page not found
          /current.json                   | 404 | 404 page not found
          /records/crate/1.0.0.json       | 404 | 404 page not found
          /%zz                            | 400 | malformed path
          /package/crate/1.0.0/a%00       | 400 | malformed path
          """)
  void saysWhatIsWrongInOneLine(String target, int status, String text) throws IOException {
    Answer answer = get(site, target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(text(answer)).isEqualTo(text + "\n");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(headers(answer, "Cache-Control")).containsExactly("max-age=0", "private, no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch.txt", "img", "index.json", "manifest.yml/x", "a%5c..%5cb"})
  void letsCachesRememberMissingFilesOfKnownVersion(String path) throws IOException {
    Answer answer = get(site, "/package/crate/1.0.0/" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(text(answer)).isEqualTo("resource not found\n");
    assertThat(headers(answer, "Cache-Control")).containsExactly("max-age=720", "public");
  }

  @Test
  void movesWithQueryAndWithoutCacheTime() throws IOException {
    Answer answer = get(site, "/search/?package=%41&x");

    assertThat(answer)
        .isEqualTo(Answer.empty(301, new Header("Location", "/search?package=%41&x")));
  }

  @Test
  void movesBelowThePublishedPrefix() throws IOException {
    URI publicUrl = URI.create("https://host/registry");
    RegistrySite prefixed =
        new SampleRegistry(folder).site(SampleRegistry.config(Optional.of(publicUrl)));

    assertThat(header(get(prefixed, "/package/crate/1.0.0"), "Location"))
        .isEqualTo("/registry/package/crate/1.0.0/");
    assertThat(get(prefixed, "/registry/package/crate/1.0.0/").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
  void refusesOtherMethodsOnKnownRoutes(String method) throws IOException {
    Answer answer = ask(site, method, "/search", Map.of());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    assertThat(ask(site, method, "/nosuch", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void answersPreflightForAnyPath() throws IOException {
    for (String target : new String[] {"/search", "*", "/nosuch"}) {
      Answer answer = ask(site, "OPTIONS", target, Map.of());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    }
  }

  @Test
  void namesServiceAndVersion() throws IOException {
    assertThat(text(get(site, "/")))
        .matches("\\{\"service.name\":\"package-registry\",\"service.version\":\"\\d+[^\"$]*\"}");
  }

  @Test
  void writesCategoriesInAscii() throws IOException {
    assertThat(text(get(site, "/categories")))
        .isEqualToIgnoringCase("[{\"id\":\"own\",\"title\":\"\\u00d6wn\",\"count\":2}]");
  }

  @Test
  void answersHeadLikeGet() throws IOException {
    for (String target : new String[] {"/search", "/epr/crate/crate-1.0.0.zip", "/nosuch", "/"}) {
      Answer get = get(site, target);
      Answer head = ask(site, "HEAD", target, Map.of("Range", "bytes=0-1"));
      assertThat(head.headers()).isEqualTo(get.headers());
      assertThat(head.body().length()).isEqualTo(get.body().length());
    }
  }
}
