package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.header;
import static dev.packhouse.server.serve.SiteClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.TestConfig;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import dev.packhouse.server.search.CategoryCount;
import dev.packhouse.server.search.Facets;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.search.SearchAnswer;
import dev.packhouse.server.search.StoredVersion;
import dev.packhouse.server.search.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryServiceTest {
  @TempDir Path folder;

  private record Place(String name, String version) {}

  /** Writes down what it is asked. */
  private record Listening(RegistrySearch search, List<Record> asked) implements RegistrySearch {
    @Override
    public SearchAnswer search(SearchQuery query) throws IOException {
      asked.add(query);
      return search.search(query);
    }

    @Override
    public List<CategoryCount> categories(CategoriesQuery query) throws IOException {
      asked.add(query);
      return search.categories(query);
    }

    @Override
    public Facets facets(FacetsQuery query) throws IOException {
      asked.add(query);
      return search.facets(query);
    }

    @Override
    public List<Suggestion> suggest(SuggestQuery query) throws IOException {
      asked.add(query);
      return search.suggest(query);
    }

    @Override
    public String folder() {
      return search.folder();
    }

    @Override
    public Optional<StoredVersion> find(String name, String version) throws IOException {
      asked.add(new Place(name, version));
      return search.find(name, version);
    }
  }

  @Test
  void searchesOnceForQueriesThatMeanTheSame() throws IOException {
    List<Record> asked = new ArrayList<>();
    RegistrySite site = site("16M", asked);
    int atTheStart = asked.size();
    String first = text(get(site, "/search?type=input&prerelease=true"));

    for (String query :
        List.of(
            "prerelease=true&type=input",
            "prerelease=1&type=%69nput&kibana.version=",
            "type=input&type=other&prerelease=T&nosuch=x")) {
      assertThat(text(get(site, "/search?" + query))).isEqualTo(first);
    }

    assertThat(asked).hasSize(atTheStart + 1);
    get(site, "/search?type=other&prerelease=true");
    get(site, "/categories?prerelease=true");
    get(site, "/categories?prerelease=t");
    assertThat(asked).hasSize(atTheStart + 3);
  }

  @Test
  void remembersWhereAVersionLiesButNotThatThereIsNone() throws IOException {
    List<Record> asked = new ArrayList<>();
    RegistrySite site = site("0", asked);
    int atTheStart = asked.size();

    for (int i = 0; i < 3; i++) {
      assertThat(get(site, "/package/crate/1.0.0/").status()).isEqualTo(200);
      assertThat(get(site, "/package/crate/1.0.0/manifest.yml").status()).isEqualTo(200);
      assertThat(get(site, "/package/crate/2.0.0/").status()).isEqualTo(404);
    }

    assertThat(asked).hasSize(atTheStart + 4);
  }

  @Test
  void searchesEachTimeWithoutACache() throws IOException {
    List<Record> asked = new ArrayList<>();
    RegistrySite site = site("0", asked);
    int atTheStart = asked.size();

    String first = text(get(site, "/search?type=input"));

    assertThat(text(get(site, "/search?type=input"))).isEqualTo(first);
    assertThat(asked).hasSize(atTheStart + 2);
  }

  @Test
  void doesNotKeepAnswersToQueriesThatAreLongerThanThose() throws IOException {
    List<Record> asked = new ArrayList<>();
    RegistrySite site = site("16M", asked);
    int atTheStart = asked.size();
    String query = "/search?package=" + "a".repeat(2_000);

    get(site, query);
    get(site, query);

    assertThat(asked).hasSize(atTheStart + 2);
  }

  @Test
  void tagsAnAnswerByTheDigestThatTheSearchGives() throws IOException {
    RegistrySite site = site("16M", Collections.synchronizedList(new ArrayList<>()));

    assertThat(header(get(site, "/search"), "ETag"))
        .isEqualTo('"' + SampleRegistry.SEARCH_DIGEST.substring(0, 32) + '"');
  }

  private RegistrySite site(String cache, List<Record> asked) throws IOException {
    return RegistryServer.sites(
            TestConfig.of(Map.of("PACKHOUSE_QUERY_CACHE", cache)), new ShownSite(), Tracer.NONE)
        .open(ServedRegistry.published(new Listening(new SampleRegistry(folder), asked), folder))
        .site();
  }
}
