package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.api.PathParameter;
import dev.packhouse.server.serve.Route.Archive;
import dev.packhouse.server.serve.Route.Moved;
import dev.packhouse.server.serve.Route.PackageFile;
import dev.packhouse.server.serve.Route.PackageRecord;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutesTest {
  private final Routes routes = new Routes("");

  @Test
  void knowsTheFixedPaths() {
    assertThat(routes.parse("/")).isEqualTo(new Route.Root());
    assertThat(routes.parse("/index.json")).isEqualTo(new Route.Index());
    assertThat(routes.parse("/search")).isEqualTo(new Route.Search());
    assertThat(routes.parse("/categories")).isEqualTo(new Route.Categories());
    assertThat(routes.parse("/changes.json")).isEqualTo(new Route.Changes());
    assertThat(routes.parse("/feeds/all.atom")).isEqualTo(new Route.Feed("all.atom"));
    assertThat(routes.parse("/feeds/category/security.atom"))
        .isEqualTo(new Route.Feed("category/security.atom"));
    assertThat(routes.parse("/feeds/package/a_1.atom"))
        .isEqualTo(new Route.Feed("package/a_1.atom"));
    assertThat(routes.parse("/health")).isEqualTo(new Route.Health());
    assertThat(routes.parse("/favicon.ico")).isEqualTo(new Route.Favicon());
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryPathOfTheTable(Endpoint endpoint) {
    assertThat(routes.parse(path(endpoint.example())).pattern()).isEqualTo(endpoint.path());
    for (String path : endpoint.paths()) {
      String asked = path;
      for (PathParameter parameter : endpoint.pathParameters()) {
        asked = asked.replace("{" + parameter.name() + "}", parameter.example());
      }
      assertThat(routes.parse(asked).pattern()).isEqualTo(endpoint.path());
    }
  }

  @Test
  void knowsPagesAndSendsThemFromTheirFolderToItsSlash() {
    assertThat(routes.parse("/ui/")).isEqualTo(new Route.Page(""));
    assertThat(routes.parse("/ui/packages/a.html")).isEqualTo(new Route.Page("packages/a.html"));
    assertThat(routes.parse("/ui")).isEqualTo(new Route.Moved("/ui/"));
    assertThat(Routes.of(Optional.of(URI.create("https://host/registry"))).start())
        .isEqualTo("/registry/ui/");
  }

  @Test
  void knowsFilesAndArchivesByTheirPathsOnPlainHosts() {
    String revision = "/revisions/" + "0a".repeat(32);
    assertThat(routes.parse(revision + "/package/a/1.0.0/img/a.svg"))
        .isEqualTo(new PackageFile("a", "1.0.0", "img/a.svg"));
    assertThat(routes.parse(revision + "/epr/a/a-1.0.0.zip"))
        .isEqualTo(new Archive("a", "1.0.0", "zip"));
    assertThat(routes.parse(revision + "/records/a/1.0.0.json")).isEqualTo(new Route.Unknown());
    assertThat(routes.parse("/revisions/0a/package/a/1.0.0/x")).isEqualTo(new Route.Unknown());
  }

  @Test
  void decodesPathOnce() {
    assertThat(routes.parse("/%73earch")).isEqualTo(new Route.Search());
    assertThat(routes.parse("/package/a%2f1.0.0/")).isEqualTo(new PackageRecord("a", "1.0.0"));
    assertThat(routes.parse("/package/a/1.0.0/x%20%C3%A9+%5B1%5D"))
        .isEqualTo(new PackageFile("a", "1.0.0", "x é+[1]"));
    assertThat(routes.parse("/package/a/1.0.0/%252e%252e/x"))
        .isEqualTo(new PackageFile("a", "1.0.0", "%2e%2e/x"));
  }

  @Test
  void knowsRecordsAndFilesOfPackages() {
    assertThat(routes.parse("/package/a/1.0.0/")).isEqualTo(new PackageRecord("a", "1.0.0"));
    assertThat(routes.parse("/package/A-b/x/")).isEqualTo(new PackageRecord("A-b", "x"));
    assertThat(routes.parse("/package/a/1.0.0/docs/README.md"))
        .isEqualTo(new PackageFile("a", "1.0.0", "docs/README.md"));
    assertThat(routes.parse("/package/a/1.0.0/index.json"))
        .isEqualTo(new PackageFile("a", "1.0.0", "index.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "/epr/a/a-1.0.0.zip, a, 1.0.0, zip",
    "/epr/package/a-1.0.0.zip, a, 1.0.0, zip",
    "/epr/x/a_1-1.0.0-rc1+b.tar.gz, a_1, 1.0.0-rc1+b, tar.gz",
    "/epr/x/a-1.0.0.zip.sig, a, 1.0.0, zip.sig",
    "/epr/x/a-1.0.0.zip.sha256, a, 1.0.0, zip.sha256",
    "/epr/x/a-1.0.0.tar.gz.sha256, a, 1.0.0, tar.gz.sha256",
    "/epr/x/a-1.0.0.zip.zip, a, 1.0.0.zip, zip",
    "/epr/x/a-x.zip, a, x, zip"
  })
  void knowsArchives(String path, String name, String version, String ending) {
    assertThat(routes.parse(path)).isEqualTo(new Archive(name, version, ending));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nosuch",
        "/Search",
        "/search/x",
        "/search;x=1",
        "/search%3Fpackage=x",
        "/metrics",
        "/changes",
        "/feeds",
        "/feeds/",
        "/feeds/other.atom",
        "/feeds/package/a",
        "/feeds/package/A.atom",
        "/feeds/package/a/b.atom",
        "/robots.txt",
        "/package",
        "/package/",
        "/package/a",
        "/package/a/",
        "/package/A/1.0.0",
        "/epr",
        "/epr/",
        "/epr/a",
        "/epr/a/",
        "/epr/a/a.zip",
        "/epr/a/a-.zip",
        "/epr/a/-1.0.0.zip",
        "/epr/a/a-1.0.0.rar",
        "/epr/a/a-1.0.0",
        "/epr/A/A-1.0.0.zip",
        "/epr/a/b/a-1.0.0.zip",
        "/epr/a-1.0.0.zip",
        "/nosuch/"
      })
  void knowsNothingElse(String path) {
    assertThat(routes.parse(path)).isEqualTo(new Route.Unknown());
  }

  @ParameterizedTest
  @CsvSource({
    "//search, /search",
    "/./search, /search",
    "/x/../search, /search",
    "/search/, /search",
    "/categories/, /categories",
    "/health/, /health",
    "/index.json/, /index.json",
    "/favicon.ico/, /favicon.ico",
    "/package/a/1.0.0, /package/a/1.0.0/",
    "/package/a/x, /package/a/x/",
    "/package/a/1.0.0/img/, /package/a/1.0.0/img",
    "/package/a/1.0.0//manifest.yml, /package/a/1.0.0/manifest.yml",
    "/package/a/1.0.0/./, /package/a/1.0.0/",
    "/package/a/1.0.0/.., /package/a",
    "/package/a/1.0.0/%2e%2e/%2e%2e/%2e%2e/etc/passwd, /etc/passwd",
    "/package/a/1.0.0/..%2f..%2f..%2f..%2fetc%2fpasswd, /etc/passwd",
    "//evil.example/.., /",
    "/epr/a/a-1.0.0.zip/, /epr/a/a-1.0.0.zip",
    "/ui//, /ui/",
    "/ui/api.html/, /ui/api.html",
    "/ui/packages/a.html/, /ui/packages/a.html",
    "/ui/assets/catalogue.0a.css/, /ui/assets/catalogue.0a.css"
  })
  void sendsToThePathThatCounts(String path, String location) {
    assertThat(routes.parse(path)).isEqualTo(new Moved(location));
    assertThat(routes.location(new Moved(location), "")).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "search", "/%", "/%zz", "/a%0", "/a%00", "host:80", "ftp://h/x"})
  void refusesWhatIsNoPath(String path) {
    assertThat(routes.parse(path)).isEqualTo(new Route.Malformed());
  }

  @Test
  void takesAbsoluteForm() {
    assertThat(routes.parse("http://host:80/search")).isEqualTo(new Route.Search());
    assertThat(routes.parse("HTTPS://host")).isEqualTo(new Route.Root());
  }

  @Test
  void knowsPathsWithAndWithoutPublishedPrefix() {
    Routes prefixed = Routes.of(Optional.of(URI.create("https://host/registry/")));

    assertThat(prefixed.parse("/registry")).isEqualTo(new Route.Root());
    assertThat(prefixed.parse("/registry/")).isEqualTo(new Route.Root());
    assertThat(prefixed.parse("/registry/search")).isEqualTo(new Route.Search());
    assertThat(prefixed.parse("/search")).isEqualTo(new Route.Search());
    assertThat(prefixed.parse("/registrysearch")).isEqualTo(new Route.Unknown());
  }

  @Test
  void sendsToPrefixedPaths() {
    Routes prefixed = Routes.of(Optional.of(URI.create("https://host/registry")));

    for (String path : new String[] {"/search/", "/registry/search/", "//registry//search"}) {
      Route route = prefixed.parse(path);
      assertThat(route).isEqualTo(new Moved("/search"));
      assertThat(prefixed.location((Moved) route, "a=%20&b")).isEqualTo("/registry/search?a=%20&b");
    }
  }

  @Test
  void prefersOwnPathsWherePrefixLooksLikeOne() {
    Routes prefixed = Routes.of(Optional.of(URI.create("https://host/package")));

    assertThat(prefixed.parse("/package/search")).isEqualTo(new Route.Search());
    assertThat(prefixed.parse("/package/a/1.0.0/")).isEqualTo(new PackageRecord("a", "1.0.0"));
  }

  @Test
  void encodesLocations() {
    assertThat(routes.location(new Moved("/package/é \r\n/1.0.0/"), "x=\ufffd\r"))
        .isEqualTo("/package/%C3%A9%20%0D%0A/1.0.0/?x=%EF%BF%BD%0D");
  }

  private static String path(String target) {
    return target.replaceFirst("\\?.*", "");
  }
}
