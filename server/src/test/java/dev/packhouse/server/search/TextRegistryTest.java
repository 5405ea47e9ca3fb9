package dev.packhouse.server.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.packhouse.generator.index.PackageText;
import dev.packhouse.generator.index.SamplePackage;
import dev.packhouse.generator.index.TextIndexer;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextRegistryTest {
  /** Of a record; a policy template has nothing but its name. */
  private static final Pattern NAME = Pattern.compile("\\{\"name\":\"([^\"]+)\",");

  private static final PackageFilter LISTED = Filters.none().build();

  @TempDir Path generation;
  private LuceneRegistry registry;

  @BeforeEach
  void open() throws Exception {
    SamplePackage.index(
        generation.resolve("index"),
        List.of(
            SamplePackage.of("kafka", "1.0.0").categories("message_queue").build(),
            SamplePackage.of("kafka_log", "1.0.0")
                .categories("custom")
                .template("message_queue")
                .build(),
            SamplePackage.of("kubernetes", "1.0.0").facets("o/k8s", "basic", "ga").build(),
            SamplePackage.of("kubernetes", "1.1.0").facets("o/k8s", "basic", "ga").build(),
            SamplePackage.of("postgresql", "2.0.0").facets("o/db", "gold", "beta").build(),
            SamplePackage.of("hidden", "1.0.0-rc1").build()));
    texts(
        generation,
        text("kafka", "Kafka", "Collect logs of brokers", "kafka.consumer_lag"),
        text("kafka_log", "Custom Kafka Logs", "Read a topic", "event.original"),
        text("kubernetes", "Kubernetes", "Pods & <nodes> of clusters", "kube.pod.name"),
        text("postgresql", "PostgreSQL", "Logs of a database", "pg.bgwriter.count"),
        text("hidden", "Hidden Kafka", "Not released", "x"));
    registry = LuceneRegistry.open(generation);
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, kafka",
    "kubern, kubernetes",
    "kuberntes, kubernetes",
    "k8s, kubernetes",
    "postgres, postgresql",
    "PostgreSQL database, postgresql",
    "consumer_lag, kafka",
    "post gresql, postgresql",
    "which pods crash in my clusters, kubernetes",
    "'\"read a topic\"', kafka_log",
    "how do i collect the logs of a message broker, kafka",
    "container orchestration, kubernetes",
    "tables of a rdbms, postgresql",
  })
  void givesTheBestPackageFirst(String text, String name) throws Exception {
    assertThat(names("q=" + encode(text))).first().isEqualTo(name);
  }

  @Test
  void findsNothingWhereQuotedWordsDoNotStandSideBySide() throws Exception {
    assertThat(names("q=" + encode("\"topic a read\""))).isEmpty();
  }

  @Test
  void filtersAndChoosesVersionsAsWithoutText() throws Exception {
    assertThat(names("q=kafka")).containsExactly("kafka", "kafka_log");
    assertThat(names("q=kafka&prerelease=true")).contains("hidden");
    assertThat(names("q=kafka&category=custom")).containsExactly("kafka_log");
    assertThat(names("q=kubernetes&all=true")).containsExactly("kubernetes", "kubernetes");
    assertThat(names("q=logs&sort=name")).isSorted().contains("kafka", "postgresql");
  }

  @Test
  void givesAnAnswerInPagesThatTogetherAreTheWhole() throws Exception {
    List<String> pages = new ArrayList<>();
    String cursor = "";
    do {
      SearchAnswer page = search("limit=1&all=true" + cursor);
      pages.addAll(namesOf(page));
      cursor = page.next().map(next -> "&cursor=" + next.text()).orElse("");
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(names("all=true")).hasSize(5);
  }

  @Test
  void refusesACursorOfAnotherAnswer() throws Exception {
    String cursor = search("limit=1").next().orElseThrow().text();

    assertThat(namesOf(search("limit=2&cursor=" + cursor))).hasSize(2);
    assertThatThrownBy(() -> search("q=logs&limit=1&cursor=" + cursor))
        .isInstanceOf(StaleCursorException.class);
  }

  @Test
  void goesOnInAnotherGenerationWhereWhatWasGivenIsTheSame() throws Exception {
    String cursor = "&cursor=" + search("limit=2").next().orElseThrow().text();

    try (LuceneRegistry later = later("kafka 1.0.0", "kafka_log 1.0.0", "zoom 1.0.0")) {
      assertThat(namesOf(later.search(query("limit=2" + cursor)))).containsExactly("zoom");
    }
    try (LuceneRegistry later = later("kafka 1.0.0", "kafka_log 1.0.0")) {
      assertThat(namesOf(later.search(query("limit=2" + cursor)))).isEmpty();
    }
  }

  @Test
  void refusesToGoOnWhereWhatWasGivenIsNot() throws Exception {
    String cursor = "&cursor=" + search("limit=2").next().orElseThrow().text();

    for (List<String> packages :
        List.of(
            List.of("kafka 1.0.1", "kafka_log 1.0.0", "zoom 1.0.0"),
            List.of("avahi 1.0.0", "kafka 1.0.0", "kafka_log 1.0.0"),
            List.of("kafka 1.0.0"),
            List.<String>of())) {
      try (LuceneRegistry later = later(packages.toArray(String[]::new))) {
        assertThatThrownBy(() -> later.search(query("limit=2" + cursor)))
            .as("%s", packages)
            .isInstanceOf(StaleCursorException.class);
      }
    }
  }

  @Test
  void countsInPagesOnlyWhatPassesTheCategory() throws Exception {
    try (LuceneRegistry mixed = later("apple 1.0.0", "kafka 1.0.0", "mango 1.0.0", "zoom 1.0.0")) {
      String category = "category=message_queue&limit=1";
      SearchAnswer first = mixed.search(query("type=integration&" + category));
      String cursor = "&cursor=" + first.next().orElseThrow().text();
      SearchAnswer second = mixed.search(query("type=integration&" + category + cursor));

      assertThat(namesOf(first)).containsExactly("kafka");
      assertThat(namesOf(second)).containsExactly("zoom");
      assertThat(second.next()).isEmpty();
    }
  }

  @Test
  void givesTheBestThousandOfATextAndTheRestWhenAskedForIt() throws Exception {
    List<String> names = IntStream.range(0, 1_016).mapToObj("p%04d"::formatted).toList();
    Path large = Files.createDirectory(generation.resolve("large"));
    SamplePackage.index(
        large.resolve("index"),
        names.stream().map(name -> SamplePackage.of(name, "1.0.0").build()).toList());
    texts(
        large,
        names.stream()
            .map(name -> text(name, "Logs", "logs " + "x ".repeat(name.hashCode() & 31), "y"))
            .toArray(PackageText[]::new));

    try (LuceneRegistry registry = LuceneRegistry.open(large)) {
      List<String> all = namesOf(registry.search(query("q=logs&limit=10000")));
      SearchAnswer best = registry.search(query("q=logs"));
      String cursor = "&cursor=" + best.next().orElseThrow().text();
      List<String> pages = new ArrayList<>(namesOf(best));
      pages.addAll(namesOf(registry.search(query("q=logs" + cursor))));

      assertThat(all).isNotEqualTo(names).containsExactlyInAnyOrderElementsOf(names);
      assertThat(namesOf(best)).hasSize(1_000);
      assertThat(pages).isEqualTo(all);
      assertThat(namesOf(registry.search(query("")))).isEqualTo(names);
    }
  }

  /** Coded bodies are kept by their tags. */
  @Test
  void givesNoPageTheTagOfAnotherAnswer() throws Exception {
    String cursor = "&cursor=" + search("limit=1").next().orElseThrow().text();

    assertThat(
            Stream.of("", "limit=1", "limit=2", "limit=1" + cursor, "limit=10" + cursor)
                .map(query -> tag(query)))
        .doesNotHaveDuplicates();
    assertThat(tag("limit=100")).isEqualTo(tag(""));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3_000})
  void givesTheVersionsOfANameFromOldToNewHoweverManyAndLargeTheyAre(int size) throws Exception {
    Path deep = Files.createDirectory(generation.resolve("deep"));
    SamplePackage.index(
        deep.resolve("index"),
        IntStream.range(0, 100)
            .mapToObj(minor -> SamplePackage.of("p".repeat(size), "1." + minor + ".0").build())
            .toList());

    try (LuceneRegistry registry = LuceneRegistry.open(deep)) {
      List<String> minors =
          Pattern.compile("\"version\":\"1\\.(\\d+)\\.0\"")
              .matcher(text(registry.search(query("all=true"))))
              .results()
              .map(found -> found.group(1))
              .toList();

      assertThat(minors).isEqualTo(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void keepsTheKeysThatAreAskedFor() throws Exception {
    assertThat(text(search("package=kafka&fields=version")))
        .isEqualTo(
            """
            [{"version":"1.0.0"}]\
            """);
  }

  @Test
  void showsWhereATextWasFoundAsHtml() throws Exception {
    assertThat(text(search("q=pods&highlight=true&fields=name")))
        .isEqualTo(
            """
            [{"name":"kubernetes","highlight":{"description":["<em>Pods</em> &amp; &lt;nodes&gt; of \
            clusters"],"field":["kube.<em>pod</em>.name"]}}]\
            """);
  }

  @Test
  void countsInEachCategoryWhatASearchFindsThere() throws Exception {
    List<CategoryCount> counts =
        registry
            .facets(new FacetsQuery(LISTED, false, Optional.empty(), Optional.empty()))
            .categories();

    assertThat(counts)
        .extracting(it -> it.category().id(), CategoryCount::count)
        .contains(tuple("custom", 1), tuple("message_queue", 2), tuple("observability", 2));
    for (CategoryCount count : counts) {
      assertThat(names("category=" + count.category().id()))
          .as(count.category().id())
          .hasSize(count.count());
    }
  }

  @Test
  void countsWhatASearchFinds() throws Exception {
    Facets facets =
        registry.facets(new FacetsQuery(LISTED, false, Optional.empty(), Optional.empty()));

    assertThat(facets.total()).isEqualTo(4);
    assertThat(facets.types()).containsExactly(new FacetCount("integration", 4));
    assertThat(facets.owners())
        .containsExactly(new FacetCount("o/db", 1), new FacetCount("o/k8s", 1));
    assertThat(facets.subscriptions())
        .containsExactly(new FacetCount("basic", 3), new FacetCount("gold", 1));
    assertThat(facets.releases())
        .containsExactly(new FacetCount("ga", 3), new FacetCount("beta", 1));
    assertThat(facets.specVersions()).containsExactly(new FacetCount("3.0", 4));
    assertThat(
            registry
                .facets(new FacetsQuery(LISTED, true, Optional.empty(), Optional.of("k8s")))
                .total())
        .isEqualTo(2);
  }

  @Test
  void suggestsListedPackagesWhileOneIsTyped() throws Exception {
    assertThat(registry.suggest(new SuggestQuery(LISTED, "kaf", 10)))
        .containsExactly(
            new Suggestion("kafka", "Kafka"), new Suggestion("kafka_log", "Custom Kafka Logs"));
    assertThat(registry.suggest(new SuggestQuery(LISTED, "", 10))).isEmpty();
  }

  @Test
  void suggestsWhatIsCalledOtherwiseByThoseWhoType() throws Exception {
    assertThat(registry.suggest(new SuggestQuery(LISTED, "k8s", 10)))
        .containsExactly(new Suggestion("kubernetes", "Kubernetes"));
    assertThat(registry.suggest(new SuggestQuery(LISTED, "k8s postgres", 10))).isEmpty();
  }

  @Test
  void suggestsWhatIsTypedAlsoWhereItMeansSomethingElse() throws Exception {
    Path other = generation.resolve("other");
    SamplePackage.index(other.resolve("index"), List.of(SamplePackage.of("a", "1.0.0").build()));
    texts(other, text("a", "AWS Forensics and TippingPoint", "", "x"));

    try (LuceneRegistry forensics = LuceneRegistry.open(other)) {
      for (String typed : List.of("forensic", "forensics", "tip", "tipp")) {
        assertThat(forensics.suggest(new SuggestQuery(LISTED, typed, 10))).as(typed).hasSize(1);
      }
    }
  }

  @Test
  void takesNoWordForATypingErrorThatSeveralPackagesUse() throws Exception {
    for (int users : List.of(4, 5)) {
      Path other = generation.resolve("users" + users);
      List<String> names = new ArrayList<>(List.of("kubernetes"));
      for (int i = 0; i < users; i++) {
        names.add("user" + i);
      }
      SamplePackage.index(
          other.resolve("index"),
          names.stream().map(name -> SamplePackage.of(name, "1.0.0").build()).toList());
      texts(
          other,
          names.stream()
              .map(name -> text(name, "", "", name.startsWith("user") ? "kubernetis" : "x"))
              .toArray(PackageText[]::new));
      try (LuceneRegistry shared = LuceneRegistry.open(other)) {
        List<String> found = namesOf(shared.search(query("q=kubernetis%20")));
        assertThat(found.contains("kubernetes")).as("%s packages", users).isEqualTo(users < 5);
        assertThat(found).contains("user0");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*:*",
        "name:kafka AND (",
        "kafka~2^9",
        "/.*(a|b)*c{1000}/",
        "\"",
        "\"\"",
        "[a TO",
        "\\",
        "😀😀",
        "مرحبا بالعالم",
        "שלום",
        "the of and",
        "'",
        "\u0000",
        "a-b_c-d_e",
        "!!!",
        "-kafka"
      })
  void answersWhateverIsTyped(String text) throws Exception {
    assertThat(text(search("highlight=true&q=" + encode(text)))).startsWith("[").endsWith("]");
    registry.suggest(new SuggestQuery(LISTED, text, 10));
  }

  @Test
  void answersLongTexts() throws Exception {
    for (String part :
        List.of("(((", "k8s waf ids sso ", "a", "a ", "\"a\" ", "kuberntes ", "a_")) {
      String text = part.repeat(10_000 / part.length());
      assertThat(text(search("q=" + encode(text)))).endsWith("]");
    }
  }

  @Test
  void takesNoWordForATypingErrorThatIsLongerThanAnybodyTypes() throws Exception {
    String longest = "abcdefgh".repeat(4);
    Path other = generation.resolve("other");
    SamplePackage.index(
        other.resolve("index"),
        List.of(SamplePackage.of("a", "1.0.0").build(), SamplePackage.of("b", "1.0.0").build()));
    texts(other, text("a", longest, "", "x"), text("b", "x" + longest, "", "x"));

    try (LuceneRegistry with = LuceneRegistry.open(other)) {
      assertThat(with.suggest(new SuggestQuery(LISTED, longest.replaceFirst("h", "j"), 10)))
          .containsExactly(new Suggestion("a", longest));
      assertThat(with.suggest(new SuggestQuery(LISTED, "x" + longest.replaceFirst("h", "j"), 10)))
          .isEmpty();
    }
  }

  @Test
  void needsNoWordThatTextsAskWithWhereThereAreOthers() throws Exception {
    assertThat(names("q=" + encode("monitor kubernetes"))).containsExactly("kubernetes");
    assertThat(names("q=" + encode("logs"))).contains("kafka", "postgresql");
  }

  @Test
  void cutsValuesOfFacetsThatAreLongerThanAnOwnerIs() throws Exception {
    Path other = generation.resolve("other");
    SamplePackage.index(
        other.resolve("index"),
        List.of(SamplePackage.of("a", "1.0.0").facets("o".repeat(300), "basic", "ga").build()));
    texts(other, text("a", "A", "", "x"));

    try (LuceneRegistry longOwner = LuceneRegistry.open(other)) {
      FacetsQuery all = new FacetsQuery(LISTED, false, Optional.empty(), Optional.empty());
      assertThat(longOwner.facets(all).owners())
          .containsExactly(new FacetCount("o".repeat(200) + "…", 1));
    }
  }

  @Test
  void holdsNothingOfIndexesThatAreOfDifferentPackages() throws Exception {
    Path other = generation.resolve("other");
    SamplePackage.index(other.resolve("index"), List.of(SamplePackage.of("a", "1.0.0").build()));
    texts(other, text("a", "A", "", "x"), text("b", "B", "", "x"));

    assertThatThrownBy(() -> LuceneRegistry.open(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(other + " are of different packages: generate it again");
    assertThat(Files.readString(Path.of("/proc/self/maps")))
        .contains(generation.resolve("index").toString())
        .doesNotContain(other.toString());
  }

  @Test
  void servesAGenerationThatHasNoTexts() throws Exception {
    Path older = generation.resolve("older");
    SamplePackage.index(older.resolve("index"), List.of(SamplePackage.of("a", "1.0.0").build()));

    try (LuceneRegistry without = LuceneRegistry.open(older)) {
      assertThat(text(without.search(query("prerelease=true")))).contains("\"name\":\"a\"");
      String says = "cannot be searched by text: an older release made it; generate it again";
      assertThatThrownBy(() -> without.search(query("q=a")))
          .isInstanceOf(NoTextException.class)
          .hasMessageContaining(says);
      assertThatThrownBy(() -> without.suggest(new SuggestQuery(LISTED, "a", 10)))
          .isInstanceOf(NoTextException.class);
      assertThatThrownBy(
              () ->
                  without.facets(
                      new FacetsQuery(LISTED, false, Optional.empty(), Optional.empty())))
          .isInstanceOf(NoTextException.class);
    }
  }

  private static PackageText text(String name, String title, String description, String field) {
    return new PackageText(
        name, title, description, List.of(), List.of(), List.of(), List.of(field), "");
  }

  private static void texts(Path generation, PackageText... texts) throws IOException {
    try (TextIndexer indexer = TextIndexer.create(generation.resolve("text"))) {
      for (PackageText text : texts) {
        indexer.add(text, text.name());
      }
      indexer.finish();
    }
  }

  /** A generation of these names and versions, without texts. */
  private LuceneRegistry later(String... packages) throws Exception {
    Path folder = Files.createTempDirectory(generation, "later");
    SamplePackage.index(
        folder.resolve("index"),
        Stream.of(packages)
            .map(it -> it.split(" "))
            .map(
                it ->
                    switch (it[0]) {
                      case "apple", "mango" -> SamplePackage.of(it[0], it[1]).categories("custom");
                      case "kafka_log" ->
                          SamplePackage.of(it[0], it[1])
                              .categories("custom")
                              .template("message_queue");
                      default -> SamplePackage.of(it[0], it[1]).categories("message_queue");
                    })
            .map(SamplePackage::build)
            .toList());
    return LuceneRegistry.open(folder);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private SearchAnswer search(String query) throws Exception {
    return registry.search(query(query));
  }

  private static SearchQuery query(String text) {
    return new QueryParser(true).search(QueryString.parse(text)).toOptional().orElseThrow();
  }

  private List<String> names(String query) throws Exception {
    return namesOf(search(query));
  }

  private String tag(String query) {
    try {
      return search(query).digest();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> namesOf(SearchAnswer answer) throws Exception {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text(answer));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String text(SearchAnswer answer) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.content().writeTo(out);
    assertThat(out.size()).isEqualTo(answer.length());
    return out.toString(US_ASCII);
  }
}
