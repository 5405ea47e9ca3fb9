package dev.packhouse.generator.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.api.EndpointReference;
import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.DescribedVersion;
import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.IndexedRecord;
import dev.packhouse.generator.model.PackageCategories;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class CatalogueTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String RECORD =
      """
      {"name": "orchard", "title": "Orchard <DB>", "version": "2.0.0", "release": "ga",
       "description": "Trees & fruits.", "type": "integration", "format_version": "3.0.0",
       "icons": [{"src": "/img/tree.svg", "path": "x"}],
       "conditions": {"kibana": {"version": "^8.13.0 || ^9.0.0"},
        "elastic": {"subscription": "gold"}},
       "owner": {"type": "community", "github": "orchard/team"}, "categories": ["datastore", "siem"],
       "screenshots": [{"src": "/img/shot.png", "title": "All trees"}, {"src": "/img/gone.png"}],
       "deprecated": {"since": "2.0.0", "description": "Felled.",
        "replaced_by": {"package": "forest"}},
       "policy_templates": [{"name": "trees", "title": "Trees", "description": "Of trees.",
        "inputs": [{"type": "logfile", "title": "Read logs", "description": "From files.",
         "vars": [{"name": "paths", "type": "text", "title": "Paths", "multi": true,
          "required": true, "show_user": true, "default": ["/var/log/*.log"]}]}]}],
       "data_streams": [{"type": "logs", "dataset": "orchard.log", "title": "Logs", "path": "log",
        "release": "ga", "streams": [{"input": "logfile", "title": "Logs"}]}]}
      """;

  @TempDir Path folder;
  private final Memory files = new Memory(Map.of());

  @Test
  void writesAPageWithAllThatIsKnownOfAPackage() throws IOException {
    catalogue(files, "^8.13.0 || ^9.0.0");

    Golden.assertMatches(
        "ui/package.html",
        page("packages/orchard.html").replaceAll("\\.[0-9a-f]{12}\\.", ".HASH."));
  }

  @Test
  void writesNoTwoSpacesBetweenWords() throws IOException {
    catalogue(files, "^8.13.0");

    assertThat(List.of("index.html", "categories/siem.html", "packages/orchard.html"))
        .allSatisfy(path -> assertThat(page(path)).doesNotContainPattern("\\S {2,}\\w"));
  }

  @Test
  void linksTheOtherDocumentsOfAPackageByName() throws IOException {
    catalogue(files, "^8.13.0", "docs/pruning.md", "docs/grafting & more.md", "docs/notes.txt");

    assertThat(page("packages/orchard.html"))
        .contains(
            """
            <h2 id="documents">More documents</h2>
            <ul class="tags">
            <li><a href="../../package/orchard/2.0.0/docs/grafting%20%26%20more.md">\
            grafting &amp; more.md</a></li>
            <li><a href="../../package/orchard/2.0.0/docs/pruning.md">pruning.md</a></li>
            </ul>
            """);
  }

  @Test
  void saysNothingOfOtherDocumentsWhereThereIsOnlyTheReadme() throws IOException {
    catalogue(files, "^8.13.0");

    assertThat(page("packages/orchard.html")).doesNotContain("documents");
  }

  @Test
  void writesListsAndWhatTheSearchNeeds() throws IOException {
    catalogue(files, "^8.13.0");

    assertThat(files.written.keySet())
        .contains("index.html", "categories/datastore.html", "data/packages.json");
    assertThat(page("data/packages.json"))
        .contains("[\"datastore\",\"siem\",\"security\"]")
        .contains("\"Orchard <DB>\"", "\"package/orchard/2.0.0/img/tree.svg\"", "\"gold\"");
    assertThat(page("index.html"))
        .contains("Orchard &lt;DB&gt;", "../package/orchard/2.0.0/img/tree.svg");
  }

  @Test
  void listsAPackageInTheCategoriesAboveItsOwn() throws IOException {
    catalogue(files, "^8.13.0");

    for (String category : List.of("siem", "security")) {
      assertThat(page("categories/" + category + ".html")).contains("packages/orchard.html");
    }
  }

  @Test
  void leadsFromEachPageToTheFeedOfWhatItShows() throws IOException {
    catalogue(files, "^8.13.0");

    Map.of(
            "index.html", "../feeds/all.atom",
            "api.html", "../feeds/all.atom",
            "categories/siem.html", "../../feeds/category/siem.atom",
            "packages/orchard.html", "../../feeds/package/orchard.atom")
        .forEach(
            (path, feed) ->
                assertThat(page(path))
                    .containsPattern(
                        "<link rel=\"alternate\" type=\"application/atom[+]xml\".*href=\""
                            + feed
                            + "\"")
                    .containsPattern("api.html\">HTTP API"));
    assertThat(page("packages/orchard.html"))
        .contains("href=\"../../feeds/package/orchard.atom\">Feed of new versions");
  }

  @Test
  void describesTheInterfaceFromItsTable() throws IOException {
    catalogue(files, "^8.13.0");

    String page = page("api.html");
    assertThat(EndpointReference.all())
        .allSatisfy(
            endpoint ->
                assertThat(page)
                    .contains("id=\"" + endpoint.id() + "\"")
                    .contains(endpoint.paths().stream().map("<code>%s</code>"::formatted).toList())
                    .contains(endpoint.example().replace("&", "&amp;")));
    assertThat(page)
        .contains(
            "<code>kibana.version</code>", "<code>false</code>", "<code>application/json</code>")
        .contains("with <code>q</code> the best first")
        .contains("href=\"../openapi.json\"")
        .contains("href=\"../search/facets?category=security\"")
        .contains("list of objects with <code>value</code>, <code>title</code>, <code>count</code>")
        .doesNotContain("`");
  }

  @Test
  void rendersNothingThatIsMadeOfTheSame() throws IOException {
    catalogue(files, "^8.13.0");
    Memory again = new Memory(files.madeOf);
    catalogue(again, "^8.13.0");

    assertThat(again.written).isEmpty();
    assertThat(again.kept).isEqualTo(files.written.keySet().size());
  }

  @Test
  void rendersAPageAnewWhereAnOldVersionChanged() throws IOException {
    catalogue(files, "^8.13.0");
    Memory again = new Memory(files.madeOf);
    catalogue(again, "^8.14.0");

    assertThat(again.written).containsOnlyKeys("packages/orchard.html");
  }

  private void catalogue(Memory files, String kibanaOfTheOldOne, String... documents)
      throws IOException {
    PackageFixture fixture = PackageFixture.of("orchard", "2.0.0");
    for (String document : documents) {
      fixture.file(document, "# More\n");
    }
    Path source =
        fixture
            .file("img/tree.svg", "<svg/>")
            .file("img/shot.png", "shot")
            .without("docs/README.md")
            .file("docs/README.md", "# Orchard\n\nIt *grows*.\n")
            .file(
                "changelog.yml",
                """
                - version: 2.0.0
                  changes:
                    - description: Prune & graft
                      type: enhancement
                      link: https://example.org/1
                """)
            .file(
                "data_stream/log/fields/fields.yml",
                """
                - name: orchard
                  type: group
                  fields:
                    - name: tree
                      type: keyword
                      description: Which tree.
                    - name: fruit
                      type: keyword
                """)
            .folder(folder.resolve(Integer.toString(files.hashCode())));
    Catalogue catalogue = new Catalogue(files);
    try (RawPackage raw =
        PackageReader.read(new RawPackage.Source.Folder(source.toString(), source))) {
      DescribedVersion shown = version("2.0.0", true, "^8.13.0 || ^9.0.0");
      catalogue.add(
          new DescribedPackage(
              "orchard",
              List.of(
                  version("2.1.0-beta.1", false, "^9.0.0"),
                  shown,
                  version("1.0.0", true, kibanaOfTheOldOne)),
              shown,
              (ObjectNode) MAPPER.readTree(RECORD),
              raw));
    }
    catalogue.finish();
  }

  private static DescribedVersion version(String version, boolean listed, String kibana) {
    String json =
        "{\"version\":\"%s\",\"conditions\":{\"kibana\":{\"version\":\"%s\"}}}"
            .formatted(version, kibana);
    return new DescribedVersion(
        new PackageId("orchard", SemanticVersion.parse(version).toOptional().orElseThrow()),
        Integer.toHexString(json.hashCode()),
        new IndexedRecord(
            "orchard",
            version,
            listed,
            new PackageCategories(List.of(), List.of()),
            json.getBytes(UTF_8)),
        "package/orchard/" + version,
        List.of(
            new Download(
                ArchiveFormat.ZIP,
                "epr/orchard/orchard-" + version + ".zip",
                12_345,
                "0a".repeat(32),
                true)));
  }

  private String page(String path) {
    return new String(Objects.requireNonNull(files.written.get(path), path), UTF_8);
  }

  /** The files of a generation, after one that had others. */
  private static final class Memory implements PageFiles {
    private final Map<String, String> before;
    private final Map<String, String> madeOf = new TreeMap<>();
    private final Map<String, byte[]> written = new TreeMap<>();
    private int kept;

    Memory(Map<String, String> before) {
      this.before = before;
    }

    @Override
    public boolean keep(String path, String source) {
      boolean same = source.equals(before.get(path));
      kept += same ? 1 : 0;
      return same;
    }

    @Override
    public void write(String path, String source, byte[] content) {
      madeOf.put(path, source);
      written.put(path, content);
    }
  }
}
