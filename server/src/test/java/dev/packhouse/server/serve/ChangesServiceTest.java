package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.header;
import static dev.packhouse.server.serve.SiteClient.headers;
import static dev.packhouse.server.serve.SiteClient.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.query.ChangesQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangesServiceTest {
  @TempDir private Path folder;

  @Test
  void givesAllThereIsWhereNothingElseIsAsked() throws IOException {
    RegistrySite site = site(numbers(3));

    Answer answer = get(site, "/changes.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo(array(numbers(3)));
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(header(answer, "Cache-Control")).contains("public");
    assertThat(headers(answer, "Link")).isEmpty();
  }

  @Test
  void leadsFromPageToPageAndGivesEachEntryOnce() throws IOException {
    List<Long> all = numbers(2_345);
    RegistrySite site = site(all);

    List<String> pages = new ArrayList<>();
    String target = "/changes.json";
    while (!target.isEmpty()) {
      Answer answer = get(site, target);
      pages.add(text(answer));
      String link = header(answer, "Link");
      target = link.isEmpty() ? "" : "/changes.json" + link.replaceAll("^<|>; rel=\"next\"$", "");
    }

    assertThat(pages)
        .containsExactly(
            array(all.subList(0, 1_000)),
            array(all.subList(1_000, 2_000)),
            array(all.subList(2_000, 2_345)));
  }

  @Test
  void beginsBehindTheCursorAndEndsAtTheLimit() throws IOException {
    RegistrySite site = site(numbers(10));

    Answer answer = get(site, "/changes.json?since=4&limit=3");

    assertThat(text(answer)).isEqualTo(array(List.of(5L, 6L, 7L)));
    assertThat(header(answer, "Link")).isEqualTo("<?limit=3&since=7>; rel=\"next\"");
    assertThat(headers(get(site, "/changes.json?since=7&limit=3"), "Link")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "4", "9223372036854775807"})
  void hasNothingBehindTheLastEntry(String since) throws IOException {
    Answer answer = get(site(numbers(3)), "/changes.json?since=" + since);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("[]\n");
    assertThat(headers(answer, "Link")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "since=-1, 'since', '-1', 0 to 9223372036854775807",
    "since=x, 'since', 'x', 0 to 9223372036854775807",
    "since=9223372036854775808, 'since', '9223372036854775808', 0 to 9223372036854775807",
    "since=1e3, 'since', '1e3', 0 to 9223372036854775807",
    "limit=0, 'limit', '0', 1 to 1000",
    "limit=1001, 'limit', '1001', 1 to 1000"
  })
  void saysWhatIsWrongWithACursorOrALimit(String query, String name, String value, String expected)
      throws IOException {
    Answer answer = get(site(numbers(3)), "/changes.json?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer))
        .isEqualTo(
            "invalid '%s' query param: '%s': it should be a whole number from %s\n"
                .formatted(name, value, expected));
  }

  @Test
  void sendsAPageOnceToAClientThatHasIt() throws IOException {
    RegistrySite site = site(numbers(3));
    String tag = header(get(site, "/changes.json"), "ETag");

    assertThat(get(site, "/changes.json", Map.of("If-None-Match", tag)).status()).isEqualTo(304);
    assertThat(header(get(site, "/changes.json?since=1"), "ETag")).isNotEqualTo(tag);
  }

  @Test
  void showsWhatARollbackAddsToTheSameGeneration() throws IOException {
    SampleRegistry registry = new SampleRegistry(folder);
    registry.listing("changes.json", array(numbers(2_000)));
    RegistrySite site = registry.site();
    assertThat(text(get(site, "/changes.json?since=2000"))).isEqualTo("[]\n");

    registry.listing("changes.json", array(numbers(2_001)));

    assertThat(text(get(site, "/changes.json?since=2000"))).isEqualTo(array(List.of(2_001L)));
  }

  @Test
  void isMissingWhereAnEarlierReleaseGenerated() throws IOException {
    RegistrySite site = new SampleRegistry(folder).site();

    assertThat(get(site, "/changes.json").status()).isEqualTo(404);
    assertThat(get(site, "/feeds/all.atom").status()).isEqualTo(404);
  }

  @Test
  void givesFeedsWithTheirType() throws IOException {
    SampleRegistry registry = new SampleRegistry(folder);
    registry.listing("feeds/all.atom", "<feed>all</feed>");
    registry.listing("feeds/category/security.atom", "<feed>security</feed>");
    registry.listing("feeds/package/crate.atom", "<feed>crate</feed>");
    RegistrySite site = registry.site();

    Answer all = get(site, "/feeds/all.atom");

    assertThat(text(all)).isEqualTo("<feed>all</feed>");
    assertThat(header(all, "Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(text(get(site, "/feeds/category/security.atom"))).contains("security");
    assertThat(text(get(site, "/feeds/package/crate.atom"))).contains("crate");
    assertThat(get(site, "/feeds/package/nobody.atom").status()).isEqualTo(404);
    String tag = header(all, "ETag");
    assertThat(get(site, "/feeds/all.atom", Map.of("If-None-Match", tag)).status()).isEqualTo(304);
  }

  @Property(tries = 200)
  void findsEveryEntryWhateverTheCursorsAndTheirLength(
      @ForAll @Size(max = 400) List<@IntRange(min = 1, max = 5) Integer> steps,
      @ForAll @IntRange(max = 2_000) int since,
      @ForAll @IntRange(min = 1, max = 1_000) int limit)
      throws IOException {
    List<Long> cursors = new ArrayList<>();
    long cursor = 0;
    for (int step : steps) {
      cursor += step;
      cursors.add(cursor);
    }
    Path file = Files.createTempFile("changes", ".json");
    try {
      Files.writeString(file, array(cursors));
      try (ChangesFile changes = ChangesFile.open(file)) {
        List<Long> behind = cursors.stream().filter(it -> it > since).toList();
        List<Long> expected = behind.stream().limit(limit).toList();

        ChangesFile.Page page = changes.page(new ChangesQuery(since, limit));

        assertThat(new String(page.json(), US_ASCII)).isEqualTo(array(expected));
        assertThat(page.next().isPresent()).isEqualTo(behind.size() > limit);
      }
    } finally {
      Files.delete(file);
    }
  }

  private RegistrySite site(List<Long> cursors) throws IOException {
    SampleRegistry registry = new SampleRegistry(folder);
    registry.listing("changes.json", array(cursors));
    return registry.site();
  }

  private static List<Long> numbers(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static String array(List<Long> cursors) {
    return cursors.isEmpty()
        ? "[]\n"
        : cursors.stream()
            .map(ChangesServiceTest::entry)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String entry(long cursor) {
    return "{\"cursor\":%d,\"generation\":\"000001\",\"name\":\"crate\",\"version\":\"%d.0.0%s\"}"
        .formatted(cursor, cursor, "-rc".repeat((int) (cursor % 7)));
  }
}
