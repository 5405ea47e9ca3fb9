package dev.packhouse.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryParserTest {
  private final QueryParser parser = new QueryParser(true);

  @Test
  void asksForEverythingWithoutParameters() {
    SearchQuery query = search("");

    assertThat(query.all()).isFalse();
    assertThat(query.category()).isEmpty();
    assertThat(query.filter())
        .isEqualTo(
            new PackageFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false));
  }

  @Test
  void readsAllParametersOfSearch() {
    SearchQuery query =
        search(
            "kibana.version=8.2&agent.version=9.0.0&package=nginx&type=input&capabilities=a%2Cb"
                + "&spec.min=2.3&spec.max=3.0&discovery=fields:x,y&discovery=datasets:z"
                + "&prerelease=true&experimental=1&all=T&category=web&internal=whatever");
    PackageFilter filter = query.filter();

    assertThat(filter.kibana().orElseThrow().minor()).isEqualTo(2);
    assertThat(filter.agent().orElseThrow().major()).isEqualTo(9);
    assertThat(filter.name()).hasValue("nginx");
    assertThat(filter.type()).hasValue("input");
    assertThat(filter.capabilities()).hasValue(Set.of("a", "b"));
    assertThat(filter.specMin()).hasValue(new SpecVersion(2, 3));
    assertThat(filter.specMax()).hasValue(new SpecVersion(3, 0));
    assertThat(filter.discovery())
        .containsExactly(
            new DiscoveryFilter.Fields(Set.of("x", "y")),
            new DiscoveryFilter.Datasets(Set.of("z")));
    assertThat(filter.prerelease()).isTrue();
    assertThat(filter.experimental()).isTrue();
    assertThat(query.all()).isTrue();
    assertThat(query.category()).hasValue("web");
  }

  @Test
  void takesFirstValueOfRepeatedParameter() {
    assertThat(search("all=1&all=x").all()).isTrue();
    assertThat(search("all=&all=x").all()).isFalse();
    assertThat(search("capabilities=a&capabilities=b").filter().capabilities())
        .hasValue(Set.of("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kibana.version=",
        "agent.version=",
        "package=",
        "type=",
        "capabilities=",
        "spec.min=",
        "spec.max=",
        "prerelease=",
        "experimental=",
        "all=",
        "category=",
        "internal=",
        "nosuch=1"
      })
  void takesEmptyValueForNone(String raw) {
    assertThat(search(raw)).isEqualTo(search(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"package=a", "type=a", "all=x", "category=a", "internal=x"})
  void doesNotLookAtParametersOfSearchForCategories(String raw) {
    assertThat(parser.categories(QueryString.parse(raw)))
        .isEqualTo(parser.categories(QueryString.parse("")));
  }

  @Test
  void doesNotLookAtParameterOfCategoriesForSearch() {
    assertThat(search("include_policy_templates=x")).isEqualTo(search(""));
    assertThat(
            parser
                .categories(QueryString.parse("include_policy_templates=t"))
                .toOptional()
                .orElseThrow()
                .includePolicyTemplates())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3.1-beta, 3, 0", "3.0-beta, 2, -1", "0.0-beta, 0, 0", "3.0+meta, 3, 0"})
  void excludesAVersionFromItsOwnPreRelease(String highest, long major, long minor) {
    assertThat(search("spec.max=" + highest.replace("+", "%2B")).filter().specMax())
        .hasValue(new SpecVersion(major, minor));
  }

  @Test
  void knowsNoNamesWhereDiscoveryNamesNone() {
    assertThat(search("discovery=fields:").filter().discovery())
        .containsExactly(new DiscoveryFilter.Fields(Set.of("")));
    assertThat(search("discovery=fields:a:b").filter().discovery())
        .containsExactly(new DiscoveryFilter.Fields(Set.of("a:b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          kibana.version=a      | invalid Kibana version 'a': invalid semantic version
          kibana.version=+8.2.0 | invalid Kibana version ' 8.2.0': invalid semantic version
          kibana.version=8.0.0-01 | invalid Kibana version '8.0.0-01': version segment starts with 0
          agent.version=x       | invalid agent version 'x': invalid semantic version
          prerelease=yes        | invalid 'prerelease' query param: 'yes'
          experimental=2        | invalid 'experimental' query param: '2'
          spec.min=1            | invalid 'spec.min' version: invalid version '1': it should be <major.version>
          spec.max=1.0.0        | invalid 'spec.max' version: invalid version '1.0.0': it should be <major.version>
          spec.min=1.x          | invalid 'spec.min' version: invalid spec version '1.x': invalid semantic version
          discovery=x           | invalid 'discovery' query param: 'x': could not parse filter "x"
          discovery=            | invalid 'discovery' query param: '': could not parse filter ""
          discovery=%22x%5C     | invalid 'discovery' query param: '"x\\': could not parse filter "\\"x\\\\"
          discovery=foo:bar     | invalid 'discovery' query param: 'foo:bar': unknown discovery filter "foo"
          discovery=fields:a&discovery=b:c | invalid 'discovery' query param: 'b:c': unknown discovery filter "b"
          all=on                | invalid 'all' query param: 'on'
          """)
  void saysWhatIsWrong(String raw, String text) {
    assertThat(parser.search(QueryString.parse(raw))).isEqualTo(new Rejected<>(text));
  }

  @Test
  void answersForFirstWrongParameterOfTheTableNotOfTheQuery() {
    assertThat(error("all=x&discovery=x&spec.max=x&spec.min=x&experimental=x&prerelease=x"))
        .startsWith("invalid 'prerelease'");
    assertThat(error("all=x&discovery=x&spec.max=x&spec.min=x")).startsWith("invalid 'spec.min'");
    assertThat(error("all=x&discovery=x")).startsWith("invalid 'discovery'");
    assertThat(error("prerelease=x&agent.version=x&kibana.version=x")).startsWith("invalid Kibana");
  }

  @Test
  void checksParametersThatTheOlderFilterIgnores() {
    assertThat(error("experimental=true&spec.min=x")).startsWith("invalid 'spec.min'");
  }

  @Test
  void refusesUnknownParametersWhereTold() {
    QueryParser strict = new QueryParser(false);

    assertThat(strict.search(QueryString.parse("package=a&x%22=1&y=2")))
        .isEqualTo(new Rejected<>("unknown query parameter: \"x\\\"\""));
    assertThat(strict.categories(QueryString.parse("package=a")))
        .isEqualTo(new Rejected<>("unknown query parameter: \"package\""));
    assertThat(strict.search(QueryString.parse("internal=1&all=1")).toOptional()).isPresent();
  }

  private SearchQuery search(String raw) {
    return parser.search(QueryString.parse(raw)).toOptional().orElseThrow();
  }

  private String error(String raw) {
    ParseResult<SearchQuery> result = parser.search(QueryString.parse(raw));
    assertThat(result).isInstanceOf(Rejected.class);
    return ((Rejected<SearchQuery>) result).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=", "q=+", "q=%20%09"})
  void asksForNoWordsWithABlank(String query) {
    assertThat(search(query)).isEqualTo(search(""));
  }

  @Test
  void takesFieldsWithBlanksBetweenThem() {
    assertThat(search("fields=name,+version")).isEqualTo(search("fields=name,version"));
  }

  @ParameterizedTest
  @CsvSource({"'q=a', 10", "'q=a&limit=100', 100"})
  void suggestsTenPackagesOrAsManyAsAreAskedFor(String query, int limit) {
    assertThat(new QueryParser(false).suggest(QueryString.parse(query)).toOptional())
        .map(SuggestQuery::limit)
        .contains(limit);
  }

  @Test
  void suggestsNoMoreThanAHundredPackages() {
    assertThat(new QueryParser(false).suggest(QueryString.parse("q=a&limit=101")))
        .isEqualTo(
            new Rejected<SuggestQuery>(
                "invalid 'limit' query param: '101': it should be a whole number from 1 to 100"));
  }
}
