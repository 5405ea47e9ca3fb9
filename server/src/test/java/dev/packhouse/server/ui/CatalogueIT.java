package dev.packhouse.server.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.packhouse.server.TestRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages, as people use them. One browser does it all, so one test comes after the other. */
@Execution(ExecutionMode.SAME_THREAD)
@SuppressWarnings("NullAway.Init")
final class CatalogueIT {
  private static final Path SAMPLES = Path.of("../packages");
  private static final Path PICTURES = Path.of("../docs/catalogue");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static @Nullable TestRegistry server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Browser.isInstalled(), "no chromium and chromedriver here: pages are not looked at");
    Path out =
        PageRegistry.generate(
            folder.resolve("public"),
            SAMPLES,
            PageRegistry.many(folder.resolve("many"), 60),
            PageRegistry.early(folder.resolve("early")),
            PageRegistry.wordy(folder.resolve("wordy")),
            PageRegistry.hostile(folder.resolve("hostile")));
    server = TestRegistry.serve(out);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void begin() {
    browser.look("light", 1280, 900);
    browser.complaints();
    browser.requests();
  }

  /** Whatever a test is about: a page that complains is broken, and so is one that is refused. */
  @AfterEach
  void hasNothingToComplainAbout() {
    assertThat(browser.complaints()).as("the console").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, light, 320",
    "index.html, light, 1280",
    "index.html, dark, 320",
    "index.html, dark, 1280",
    "index.html?q=orchard, light, 320",
    "index.html?q=orchard, dark, 1280",
    "index.html?q=xyzzy, dark, 320",
    "index.html?q=xyzzy, light, 1280",
    "browse/2.html, light, 320",
    "browse/2.html, dark, 1280",
    "categories/security.html, light, 1280",
    "categories/security.html, dark, 320",
    "api.html, light, 320",
    "api.html, light, 1280",
    "api.html, dark, 320",
    "api.html, dark, 1280",
    "packages/orchard_db.html, light, 320",
    "packages/orchard_db.html, light, 1280",
    "packages/orchard_db.html, dark, 320",
    "packages/orchard_db.html, dark, 1280",
    "packages/seedling.html, light, 320",
    "packages/seedling.html, dark, 1280",
    "packages/tidewater_cloud.html, light, 320",
    "packages/tidewater_cloud.html, light, 1280",
    "packages/tidewater_cloud.html, dark, 320",
    "packages/tidewater_cloud.html, dark, 1280",
    "packages/wordy.html, light, 320",
    "packages/wordy.html, dark, 1280",
    "packages/hostile.html, light, 320",
    "packages/hostile.html, dark, 1280"
  })
  void canBeUsedByAllAndFitsTheScreen(String page, String theme, int width) {
    browser.look(theme, width, 900);
    browser.open(page(page));
    if (page.contains("?q=")) {
      browser.until("!document.getElementById('results').hidden");
    }
    browser.evaluate("document.querySelectorAll('details').forEach((it) => it.open = true)");
    assertThat(browser.seriousFindings()).isEmpty();
    assertThat(browser.evaluate("document.documentElement.scrollWidth"))
        .as("nothing stands out at the side")
        .isEqualTo((long) width);
  }

  @Test
  void leadsFromTheSearchToADownloadByKeysAlone() throws Exception {
    browser.open(page(""));
    browser.type("/");
    assertThat(browser.active().getAttribute("id")).isEqualTo("q");
    browser.type("orchard");
    browser.until("document.querySelectorAll('#suggestions li').length > 0");
    browser.type(Keys.ARROW_DOWN);
    assertThat(browser.find("#suggestions [aria-selected=true]").getText()).contains("orchard_db");
    browser.type(Keys.ENTER);
    browser.until("location.pathname.endsWith('/packages/orchard_db.html')");
    browser.until("document.readyState === 'complete'");
    browser.tabTo("a.button");

    String download = (String) browser.evaluate("document.activeElement.href");
    HttpResponse<byte[]> archive = get(URI.create(download), "*/*");
    assertThat(archive.statusCode()).isEqualTo(200);
    assertThat(new String(archive.body(), 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "browse/2.html",
        "categories/security.html",
        "packages/tidewater_cloud.html",
        "api.html"
      })
  void searchesFromEveryKindOfPage(String page) {
    browser.open(page(page));
    browser.find("#q").sendKeys("orchard", Keys.ENTER);
    browser.until("document.querySelector('#found-cards a')?.textContent === 'Orchard DB'");
    assertThat(browser.address()).endsWith("/ui/index.html?q=orchard");
  }

  @Test
  void findsWhileOneTypesAndNarrowsByFacets() {
    browser.open(page(""));
    browser.find("#q").sendKeys("crate_1");
    browser.until("document.getElementById('count').textContent === '1 package'");
    assertThat(browser.find("#found-cards a").getText()).isEqualTo("Title of crate_1");
    assertThat(browser.find("#lists").isDisplayed()).isFalse();

    browser.find("#q").clear();
    browser.find("#by-owner option[value='dock/crates']").click();
    browser.until("document.getElementById('count').textContent === '60 packages'");
    assertThat(browser.findAll("#found-cards .card")).hasSize(48);
    browser.find("#more").click();
    browser.until("document.querySelectorAll('#found-cards .card').length === 60");
    assertThat(browser.address()).endsWith("?owner=dock%2Fcrates");
  }

  @ParameterizedTest
  @CsvSource({"orchrd, Orchard DB", "idp, Gatehouse SSO"})
  void findsMistypedWordsAndOtherNamesForThingsWhereTheServerSearches(String query, String title) {
    browser.open(page(""));
    browser.find("#q").sendKeys(query);
    browser.until("document.querySelectorAll('#found-cards a').length > 0");
    assertThat(browser.find("#found-cards a").getText()).isEqualTo(title);
  }

  @Test
  void suggestsWhatAMistypedWordMayBeWhereTheServerSearches() {
    browser.open(page("packages/tidewater_cloud.html"));
    browser.find("#q").sendKeys("orchrd");
    browser.until("document.querySelectorAll('#suggestions li').length > 0");
    assertThat(browser.find("#suggestions li").getText()).startsWith("Orchard DB");
  }

  @Test
  void narrowsWhatTheServerFindsByWhatTheServerDoesNotKnow() {
    browser.open(page("index.html?q=titl+of&owner=dock/crates"));
    browser.until("document.getElementById('count').textContent === '60 packages'");
    assertThat(browser.find("#by-category option[value='network']").getText())
        .isEqualTo("Network (60)");
  }

  @Test
  void showsAllThatIsFoundHoweverManyAnswersThatTakes() {
    browser.open(page("index.html?q=crate"));
    browser.until("document.getElementById('count').textContent.endsWith(' packages')");
    String whole = browser.find("#count").getText();

    browser.open(page(""));
    browser.evaluate(
        """
        (() => {
          const ask = window.fetch;
          window.answers = 0;
          window.fetch = (address, options) => {
            if (String(address).includes("q=crate&")) window.answers++;
            return ask(String(address).replace("limit=10000", "limit=20"), options);
          };
        })()\
        """);
    browser.find("#q").sendKeys("crate");
    browser.until("document.getElementById('count').textContent === '" + whole + "'");
    browser.until("window.answers > 3");
  }

  @Test
  void showsNoOldAnswerAfterANewerOne() {
    browser.open(page(""));
    // An answer that comes late: it is held back until the newer one is there.
    browser.evaluate(
        """
        (() => {
          const ask = window.fetch;
          window.fetch = async (address, options) => {
            const answer = await ask(address);
            if (String(address).includes("q=gatehouse")) {
              window.asked = true;
              await new Promise((go) => (window.goOn = go));
              setTimeout(() => (window.late = true));
            }
            return answer;
          };
        })()\
        """);
    browser.find("#q").sendKeys("gatehouse");
    browser.until("window.asked");
    browser.find("#q").clear();
    browser.find("#q").sendKeys("orchard");
    browser.until("document.querySelector('#found-cards a')?.textContent === 'Orchard DB'");
    browser.evaluate("window.goOn()");
    browser.until("window.late");
    assertThat(browser.find("#found-cards a").getText()).isEqualTo("Orchard DB");
    assertThat(browser.find("#suggestions li").getText()).startsWith("Orchard DB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Promise.resolve(new Response('', { status: 503 }))",
        "Promise.resolve(new Response('{\"name\": \"orchard_db\"}'))",
        "Promise.resolve(new Response('null'))",
        "Promise.resolve(new Response('<html>'))",
        "new Promise((_, fail) => options.signal.addEventListener('abort', () => fail()))"
      })
  void searchesItsOwnDataWhereTheServerFails(String answer) {
    browser.open(page(""));
    browser.evaluate(
        """
        (() => {
          const ask = window.fetch;
          window.refused = 0;
          window.fetch = (address, options) => {
            if (!/\\/(search|suggest)\\?/.test(address)) return ask(address, options);
            window.refused++;
            return ANSWER;
          };
        })()\
        """
            .replace("ANSWER", answer));
    browser.find("#q").sendKeys("orch");
    browser.until("document.querySelector('#found-cards a')?.textContent === 'Orchard DB'");
    Object before = browser.evaluate("window.refused");
    browser.find("#q").sendKeys("ard");
    browser.until("new URLSearchParams(location.search).get('q') === 'orchard'");
    browser.until("document.querySelector('#found-cards a')?.textContent === 'Orchard DB'");
    assertThat(browser.evaluate("window.refused")).as("asked once").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Promise.reject(new TypeError('no network'))",
        "Promise.resolve(new Response('', { status: 503 }))",
        "Promise.resolve(new Response('{\"keys'))"
      })
  void asksForItsDataAgainWhereThatFailed(String answer) {
    browser.open(page(""));
    browser.evaluate(
        """
        (() => {
          const ask = window.fetch;
          window.fails = true;
          window.fetch = (address, options) =>
            window.fails && /packages.json/.test(address) ? ANSWER : ask(address, options);
        })()\
        """
            .replace("ANSWER", answer));
    browser.find("#q").sendKeys("orch");
    browser.until("document.getElementById('count').textContent.includes('cannot read its data')");
    browser.evaluate("window.fails = false");
    browser.find("#q").sendKeys("a");
    browser.until("document.querySelector('#found-cards a')?.textContent === 'Orchard DB'");
    browser.until("document.querySelectorAll('#suggestions li').length > 0");
    assertThat(browser.find("#count").getText()).isEqualTo("1 package");
  }

  @Test
  void showsWhatTheAddressAsksFor() {
    browser.open(page("index.html?q=crate_59&category=security"));
    browser.until("document.getElementById('count').textContent === '1 package'");
    assertThat(browser.find("#q").getAttribute("value")).isEqualTo("crate_59");
    assertThat(browser.evaluate("document.title"))
        .isEqualTo("crate_59 · Security · Packages · Packhouse");
    browser.find("#found-cards a").click();
    assertThat(browser.find("h1").getText()).isEqualTo("Title of crate_59");
  }

  @Test
  void leadsOnWhereNothingIsFound() {
    browser.open(page("index.html?q=xyzzy&category=security"));
    browser.until("document.getElementById('count').textContent === 'No package fits.'");
    assertThat(browser.find("#results").getText())
        .contains("Nothing found", "fewer or other words");
    browser.find("#nothing a").click();
    browser.until("!location.search && document.readyState === 'complete'");
    assertThat(browser.find("#q").getAttribute("value")).isEmpty();
    assertThat(browser.findAll("#lists .card")).hasSize(48);
  }

  @ParameterizedTest
  @CsvSource({
    "q=xyzzy, Try fewer or other words.",
    "category=secrity, Take a filter away.",
    "q=xyzzy&category=security, 'Try fewer or other words, or take a filter away.'"
  })
  void advisesToChangeOnlyWhatWasAsked(String asked, String said) {
    browser.open(page("index.html?" + asked));
    browser.until("document.getElementById('count').textContent");
    assertThat(browser.find("#advice").getText()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "category=secrity, No package has the category “secrity”.",
    "q=crate&release=alpha, No package has the release “alpha”."
  })
  void saysThatNoPackageHasWhatTheAddressAsksFor(String asked, String said) {
    browser.open(page("index.html?" + asked));
    browser.until("document.getElementById('count').textContent");
    assertThat(browser.find("#count").getText()).isEqualTo(said);
    assertThat(browser.find("#lists").isDisplayed()).isFalse();
    assertThat(browser.address()).endsWith(asked);
  }

  @ParameterizedTest
  @CsvSource({"seedling, experimental, is experimental", "sprout, beta, is a pre-release"})
  void marksWhatASearchLeavesOutAndSaysHowToInstallIt(String name, String mark, String why) {
    browser.open(page("index.html?q=" + name));
    browser.until("document.querySelectorAll('#found-cards a').length > 0");
    assertThat(browser.find("#found-cards .chip").getText()).isEqualTo(mark);
    browser.open(page("packages/" + name + ".html"));
    assertThat(browser.find(".head .chip").getText()).isEqualTo(mark);
    assertThat(browser.find("section:has(#install)").getText())
        .contains("Display beta integrations", why, "?prerelease=true");
    browser.open(page("packages/orchard_db.html"));
    assertThat(browser.find("section:has(#install)").getText())
        .doesNotContain("Display beta integrations", "prerelease");
  }

  @Test
  void asksTheServerBeforeAllOfItsOwnDataCame() {
    browser.open(page("packages/tidewater_cloud.html"));
    browser.evaluate(
        """
        (() => {
          const ask = window.fetch;
          window.fetch = async (address, options) => {
            const answer = await ask(address, options);
            if (/packages.json/.test(address)) {
              const whole = answer.json();
              answer.json = () => new Promise((go) => (window.goOn = () => go(whole)));
            } else {
              window.asked = true;
            }
            return answer;
          };
        })()\
        """);
    browser.find("#q").sendKeys("orchrd");
    browser.until("window.asked && window.goOn");
    assertThat(browser.findAll("#suggestions li")).isEmpty();
    browser.evaluate("window.goOn()");
    browser.until("document.querySelectorAll('#suggestions li').length > 0");
    assertThat(browser.find("#suggestions li").getText()).startsWith("Orchard DB");
  }

  @ParameterizedTest
  @CsvSource({"light, 320", "dark, 1280"})
  void keepsTheLinksToThePartsOfAPageInSight(String theme, int width) {
    browser.look(theme, width, 600);
    browser.open(page("packages/tidewater_cloud.html"));
    for (String part : new String[] {"readme", "install", "versions"}) {
      browser.find(".contents a[href='#" + part + "']").click();
      browser.until("location.hash === '#" + part + "'");
      browser.until("document.querySelector('.contents').getBoundingClientRect().top === 0");
      browser.until(
          """
          (() => {
            const { left, top, height } = document.querySelector(location.hash).getBoundingClientRect();
            return document.elementFromPoint(left + 5, top + height / 2)?.matches(location.hash);
          })()\
          """);
    }
    assertThat(
            browser.evaluate(
                "getComputedStyle(document.querySelector('.contents')).backgroundColor"))
        .isEqualTo(browser.evaluate("getComputedStyle(document.body).backgroundColor"));
    assertThat(browser.seriousFindings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"320, 25", "1280, 60"})
  void breaksNoNameOfAFieldOrVariableThatIsNotTooLong(int width, int longest) {
    browser.look("light", width, 900);
    browser.open(page("packages/wordy.html"));
    browser.evaluate("document.querySelectorAll('details').forEach((it) => it.open = true)");
    assertThat(
            browser.evaluate(
                """
                [...document.querySelectorAll(".names :is(th code, .kind)")]
                  .filter((it) => it.textContent.length <= LONGEST)
                  .map((it) => {
                    const text = document.createRange();
                    text.selectNodeContents(it);
                    return it.textContent + " " + text.getClientRects().length;
                  })
                  .join(", ")\
                """
                    .replace("LONGEST", Integer.toString(longest))))
        .asString()
        .contains("@timestamp 1", "cloud.instance.id 1", "constant_keyword 1")
        .contains("preserve_original_event 1")
        .doesNotContainPattern(" ([2-9]|1[0-9])");
    assertThat(
            (long)
                browser.evaluate(
                    "Math.max(...[...document.querySelectorAll('.names')].map((it) =>"
                        + " it.offsetWidth))"))
        .as("what is too long takes no more than its share")
        .isLessThan(1_500L);
  }

  @Test
  void showsVersionsWithoutScrollingToTheSide() {
    browser.open(page("packages/wordy.html"));
    assertThat(browser.find(".versions").getText())
        .contains("experimental", "^7.16.0 || ^8.0.0 || ^9.0.0", "zip", "tar.gz");
    assertThat(browser.evaluate("document.querySelector('.scroll:has(.versions)').scrollWidth"))
        .isEqualTo(
            browser.evaluate("document.querySelector('.scroll:has(.versions)').clientWidth"));
  }

  @Test
  void filtersTheTableOfFields() {
    browser.open(page("packages/orchard_db.html"));
    browser.find("#data ~ section .fold:last-of-type > summary").click();
    long all =
        (long) browser.evaluate("document.querySelectorAll('#stream-0-fields tbody tr').length");
    browser.find("#stream-0-filter").sendKeys("@timestamp");
    browser.until(
        "document.querySelectorAll('#stream-0-fields tbody tr:not([hidden])').length === 1");
    assertThat(all).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "index.html?q=title",
        "index.html?category=security",
        "browse/2.html",
        "categories/security.html",
        "packages/hostile.html",
        "packages/endless.html",
        "packages/tangled.html"
      })
  void runsNothingThatStandsInAPackage(String page) {
    browser.open(page(page));
    browser.until("document.readyState === 'complete'");
    browser.find("#q").clear();
    browser.find("#q").sendKeys("title");
    browser.until("document.querySelectorAll('#suggestions li').length > 0");
    browser.evaluate("document.querySelectorAll('details').forEach((it) => it.open = true)");
    for (int link = 0; link < browser.findAll(".readme a:not([href^=http])").size(); link++) {
      browser.findAll(".readme a:not([href^=http])").get(link).click();
    }
    assertThat(browser.evaluate("window.ran")).isNull();
    assertThat(browser.evaluate("document.querySelectorAll('main').length")).isEqualTo(1L);
    assertThat(browser.evaluate("document.querySelectorAll('.readme form, iframe, base').length"))
        .isEqualTo(0L);
    assertThat(browser.requests())
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address).startsWith(address().toString()));
  }

  @Test
  void showsAnIconWithScriptsAsAPicture() {
    browser.open(page("packages/hostile.html"));
    browser.until(
        "[...document.images].some((it) => it.src.endsWith('/img/icon.svg') && it.naturalWidth)");
    assertThat(browser.evaluate("window.ran")).isNull();
  }

  @Test
  void canBeReadWithoutScripts() throws IOException {
    try (Browser plain = Browser.start(/* scripts= */ false)) {
      plain.look("light", 1280, 900);
      plain.open(page(""));
      assertThat(plain.findAll("#lists .card")).hasSize(48);
      assertThat(plain.find("noscript").getText()).contains("needs JavaScript");
      assertThat(plain.find("form.search").isDisplayed()).isFalse();
      plain.find(".pager a[rel=next]").click();
      plain.open(page("packages/orchard_db.html"));
      assertThat(plain.find(".readme").getText()).isNotBlank();
      assertThat(plain.find("form.search").isDisplayed()).isFalse();
      assertThat(plain.find(".versions").getText()).contains("2.0.0");
      plain.find("footer a[href$='api.html']").click();
      assertThat(plain.find("h1").getText()).isEqualTo("HTTP API");
      assertThat(plain.find("#search").getText()).isEqualTo("/search");
      assertThat(plain.find("section:has(#search) table").getText()).contains("kibana.version");
    }
  }

  @Test
  void worksFromAFolderOfAnyFileHost() throws IOException {
    HttpServer host = startFileHost();
    try {
      URI start = URI.create("http://localhost:" + host.getAddress().getPort() + "/public/ui/");
      browser.open(start);
      browser.requests();
      browser.find("#q").sendKeys("orchard");
      browser.until("document.querySelectorAll('#found-cards .card').length > 0");
      assertThat(browser.requests())
          .anyMatch(address -> address.endsWith("/data/packages.json"))
          .noneMatch(address -> address.matches(".*/(search|suggest)\\?.*"));
      browser.until("[...document.images].every((it) => !it.complete || it.naturalWidth > 0)");
      browser.find("#found-cards a").click();
      String download = browser.find("a.button").getAttribute("href");
      assertThat(get(URI.create(download), "*/*").statusCode()).isEqualTo(200);
    } finally {
      host.stop(0);
    }
  }

  @Test
  void looksForWordsInQuotationMarksAndSaysWhereItLooksWithoutAServer() throws IOException {
    HttpServer host = startFileHost();
    try {
      URI start = URI.create("http://localhost:" + host.getAddress().getPort() + "/public/ui/");
      for (String quoted : new String[] {"%22Title+of+crate_7%22", "%E2%80%9Ccrate_7%E2%80%9D"}) {
        browser.open(start.resolve("?q=" + quoted));
        browser.until("document.getElementById('count').textContent");
        assertThat(browser.find("#found-cards a").getText()).isEqualTo("Title of crate_7");
      }
      browser.open(start.resolve("?q=orchrd"));
      browser.until("document.getElementById('count').textContent === 'No package fits.'");
      assertThat(browser.find("#advice").getText())
          .startsWith("Try fewer or other words. ")
          .contains("only in names, titles and descriptions", "no synonyms", "no typing errors");
    } finally {
      host.stop(0);
    }
  }

  private static HttpServer startFileHost() throws IOException {
    HttpServer host =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder.toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
    host.start();
    return host;
  }

  /** For the README: {@code -Dscreenshots.update=true} takes them anew. */
  @Test
  void looksAsTheReadmeShows() throws IOException {
    Path out = PageRegistry.generate(folder.resolve("samples"), SAMPLES);
    try (TestRegistry samples = TestRegistry.serve(out)) {
      URI pages = samples.address().resolve("/ui/");
      picture(pages, "start.png");
      picture(pages.resolve("packages/tidewater_cloud.html"), "package.png");
    }
  }

  private static void picture(URI page, String file) throws IOException {
    browser.look("light", 1280, 800);
    browser.open(page);
    browser.until(
        "[...document.images].every((it) =>"
            + " it.complete || it.getBoundingClientRect().top > innerHeight)");
    byte[] picture = browser.screenshot();
    assertThat(picture).hasSizeBetween(5_000, 400_000);
    if (Boolean.getBoolean("screenshots.update")) {
      Files.write(PICTURES.resolve(file), picture);
    }
    assertThat(PICTURES.resolve(file)).exists();
  }

  private static URI address() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server.address();
  }

  private static URI page(String path) {
    return address().resolve("/ui/" + path);
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
