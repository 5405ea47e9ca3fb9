package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What the rules on saved objects, pipelines and templates say that their pages do not show. */
final class SpecRulesTest {
  private static final String DASHBOARD = "kibana/dashboard/a.json";
  private static final String VISUALIZATION = "kibana/visualization/a.json";
  private static final String PIPELINE = "elasticsearch/ingest_pipeline/default.yml";
  private static final String STREAM = "data_stream/log/manifest.yml";
  private static final String NO_FILTER = "dashboard.filter.missing";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2.9.0, WARNING", "3.0.0, ERROR"})
  void onlyWarnsOldPackagesOfPanelsByReference(String format, Severity severity)
      throws IOException {
    List<Finding> findings =
        findings(
            fixture(format, "integration")
                .file(
                    DASHBOARD,
                    """
                    {"id": "a", "type": "dashboard", "attributes": {"panelsJSON": []},
                     "references": [{"id": "b", "type": "lens", "name": "c"}]}
                    """));

    assertThat(findings)
        .filteredOn(it -> it.code().equals("dashboard.panel.by_reference"))
        .extracting(Finding::severity)
        .containsExactly(severity);
  }

  @Test
  void asksForNoIndexPattern() throws IOException {
    assertThat(
            codes(
                fixture("3.0.0", "integration")
                    .file(
                        DASHBOARD,
                        """
                        {"id": "a", "type": "dashboard", "attributes": {"panelsJSON": []},
                         "references": [{"id": "b", "type": "index-pattern", "name": "c"}]}
                        """)))
        .doesNotContain("kibana_object.reference.dangling");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'{\"filter\": [{}]}'",
        "{filter: [{}], query: {query: ''}}",
        "{filter: [{}], query: null}",
      })
  void takesAFilterOfADashboardInATextOrDecoded(String search) throws IOException {
    assertThat(codes(dashboard(search, OPEN_PANEL))).doesNotContain(NO_FILTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'{\"filter\": []}'",
        "'{\"filter\": {}}'",
        "'{\"filter\": [{}]'",
        "{filter: [{}], query: all}",
        "{filter: [{}], query: {query: 1}}",
        "12",
      })
  void takesNothingElseForAFilterOfADashboard(String search) throws IOException {
    assertThat(codes(dashboard(search, OPEN_PANEL))).contains(NO_FILTER);
  }

  private static final String OPEN_PANEL =
      "{type: lens, embeddableConfig: {attributes: {state: {filters: []}}}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: search, embeddableConfig: {attributes: {}}}",
        "{type: lens}",
        "{embeddableConfig: {attributes: {}}}",
        "{type: visualization, embeddableConfig: {savedVis: {type: markdown}}}",
        "{type: lens, embeddableConfig: {attributes: {state: {filters: [{}]}}}}",
        "{type: map, embeddableConfig: {attributes: {mapStateJSON: '{\"filters\": [{}]}'}}}",
        "{type: map, embeddableConfig: {attributes: {mapStateJSON: '{\"query\": {\"query\":"
            + " \"a\"}}'}}}",
        "{type: visualization, embeddableConfig: {savedVis: {type: vega, data: {searchSource:"
            + " {query: {query: a}}}}}}",
      })
  void needsNoFilterOfADashboardWhosePanelsAreNarrowOrAskForNothing(String panel)
      throws IOException {
    assertThat(codes(dashboard("{}", panel))).doesNotContain(NO_FILTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: lens, embeddableConfig: {attributes: {}}}",
        "{type: visualization, embeddableConfig: {savedVis: {type: pie}}}",
        "{type: map, embeddableConfig: {attributes: {mapStateJSON: '{\"filters\": [1]}'}}}",
        "{type: map, embeddableConfig: {attributes: {state: {filters: [{}]}, mapStateJSON: '{'}}}",
      })
  void needsAFilterOfADashboardWithAPanelThatAsksForEverything(String panel) throws IOException {
    assertThat(codes(dashboard("{}", panel))).contains(NO_FILTER);
  }

  @Test
  void namesThePanelWithoutAFilterWhereMostOthersHaveOne() throws IOException {
    String narrow = "{type: lens, embeddableConfig: {attributes: {state: {filters: [{}]}}}}";
    List<Finding> findings = findings(dashboard("{}", narrow + ", " + narrow + ", " + OPEN_PANEL));

    assertThat(findings)
        .filteredOn(it -> it.code().equals(NO_FILTER))
        .extracting(Finding::field)
        .containsExactly(Optional.of("attributes.panelsJSON[2]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: visualization, attributes: {type: pie}}|true",
        "{type: visualization, attributes: {}}|true",
        "{type: visualization, attributes: {visState: '{\"type\": \"vega\"}'}}|false",
        "{type: visualization, attributes: {visState: {type: input_control_vis}}}|false",
        "{type: visualization, attributes: {visState: {type: metrics}}}|true",
        "{type: visualization, attributes: {visState: {type: metrics, params: {type:"
            + " markdown}}}}|false",
        "{type: lens, attributes: {}}|false",
      })
  void knowsWhichEditorsAreLegacy(String object, boolean isLegacy) throws IOException {
    List<String> codes = codes(fixture("3.0.0", "integration").file(VISUALIZATION, json(object)));

    assertThat(codes.contains("visualization.type.legacy")).isEqualTo(isLegacy);
  }

  @Test
  void readsPanelsFromAText() throws IOException {
    assertThat(
            codes(
                fixture("3.0.0", "integration")
                    .file(
                        DASHBOARD,
                        """
                        {"id": "a", "type": "dashboard", "attributes": {"panelsJSON":
                         "[{\\"type\\": \\"visualization\\", \\"embeddableConfig\\": {\\"savedVis\\": {\\"type\\": \\"pie\\"}}}]"}}
                        """)))
        .contains("visualization.type.legacy")
        .doesNotContain("dashboard.panels.invalid");
  }

  @Test
  void findsATagOfAFileThatThePackageSharesAlready() throws IOException {
    assertThat(
            codes(
                fixture("3.0.0", "integration")
                    .file("kibana/tags.yml", "- text: Security\n")
                    .file(
                        "kibana/tag/a.json",
                        """
                        {"id": "a", "type": "tag", "attributes": {"name": "Security"}}
                        """)))
        .contains("tag.name.duplicate");
  }

  @Test
  void takesWordsThatOnlyOldYamlReadsAsFlagsForTags() throws IOException {
    assertThat(codes(pipeline("tag: on"))).doesNotContain("processor.tag.invalid");
    assertThat(codes(pipeline("tag: true"))).contains("processor.tag.invalid");
  }

  @Test
  void wantsTagsOfWhatIsDoneOnFailure() throws IOException {
    assertThat(codes(pipeline("tag: a, on_failure: [{remove: {field: b}}]")))
        .contains("processor.tag.missing");
    assertThat(codes(pipeline("tag: a, on_failure: [{remove: {tag: a}}]")))
        .contains("processor.tag.duplicate");
  }

  @Test
  void wantsATagOfAProcessorThatHoldsNothing() throws IOException {
    assertThat(codes(pipeline("}}, null, {set: {tag: a"))).contains("processor.tag.missing");
  }

  @Test
  void asksNothingOfPipelinesOfOldPackages() throws IOException {
    assertThat(
            codes(
                fixture("3.5.0", "integration")
                    .file(PIPELINE, "---\nprocessors: [{set: {field: a}}]\n")))
        .noneMatch(it -> it.startsWith("processor.") || it.startsWith("pipeline."));
  }

  @Test
  void reportsAPipelineWithoutAnythingOnFailureBehindItsLastLine() throws IOException {
    List<Finding> findings =
        findings(
            fixture("3.6.0", "integration")
                .file(PIPELINE, "---\nprocessors:\n  - set:\n      tag: a\n      field: b\n"));

    assertThat(findings)
        .filteredOn(it -> it.code().equals("pipeline.event_kind.missing"))
        .extracting(Finding::place)
        .containsExactly(Optional.of(new Place(5, 14)));
  }

  @ParameterizedTest
  @CsvSource({
    "stream.yml.hbs, false",
    "filestream.yml.hbs, true",
    "other.yml.hbs, false",
    "stream.yml.hbs.link, true",
    "log.yml.hbs, false",
  })
  void findsATemplateByTheEndOfItsName(String file, boolean found) throws IOException {
    String named = found ? "stream.yml.hbs" : "-" + file;
    List<String> codes =
        codes(
            fixture("3.0.0", "integration")
                .file(STREAM, "streams:\n  - input: a\n    template_path: " + named + "\n")
                .file("data_stream/log/agent/stream/" + file, ""));

    assertThat(codes.contains("template.file.missing")).isEqualTo(!found);
  }

  @ParameterizedTest
  @CsvSource({"10, 't0, t1, t2, t3, t4, t5, t6, t7, t8, t9.'", "12, and 2 more."})
  void listsTenOfTheTemplatesThatAreThere(int count, String end) throws IOException {
    PackageFixture fixture =
        fixture("3.0.0", "integration")
            .file(STREAM, "streams:\n  - input: a\n    template_path: missing.yml.hbs\n");
    for (int i = 0; i < count; i++) {
      fixture.file("data_stream/log/agent/stream/t" + i, "");
    }

    assertThat(findings(fixture))
        .filteredOn(it -> it.code().equals("template.file.missing"))
        .singleElement()
        .matches(it -> it.fix().endsWith(end));
  }

  @Test
  void needsNoTemplateOfAStreamThatUsesAPackage() throws IOException {
    assertThat(codes(fixture("3.6.0", "integration").file(STREAM, "streams:\n  - package: a\n")))
        .doesNotContain("template.file.missing");
    assertThat(codes(fixture("3.6.0", "integration").file(STREAM, "streams:\n  - input: a\n")))
        .contains("template.file.missing");
  }

  @Test
  void skipsSectionsOfTheDocumentationThatAreExcused() throws IOException {
    PackageFixture fixture =
        fixture("3.0.0", "integration").file("docs/README.md", "# TROUBLESHOOTING\n");
    fixture.file(
        "validation.yml",
        """
        docs_structure_enforced:
          enabled: true
          version: 1
          skip:
            - {title: Overview, reason: none}
        """);

    assertThat(findings(fixture))
        .filteredOn(it -> it.code().equals("docs.section.missing"))
        .hasSize(4)
        .noneMatch(it -> it.message().contains("Overview"))
        .noneMatch(it -> it.message().contains("Troubleshooting"));
  }

  @Test
  void cutsNoCharacterOfAValueInHalf() throws IOException {
    PackageFixture fixture = fixture("3.0.0", "integration");
    String face = "\uD83D\uDE00";
    fixture.manifest("conditions: {elastic: {subscription: 'x%s'}}\n".formatted(face.repeat(80)));

    assertThat(findings(fixture))
        .filteredOn(it -> it.code().equals("content.value.choice"))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains(" is x" + face.repeat(39) + "…"));
  }

  @Test
  void pointsAtTheItemThatIsTheSameAndNotAtOneThatLooksLikeIt() throws IOException {
    PackageFixture fixture = fixture("3.0.0", "integration");
    fixture.manifest("conditions:\n  elastic:\n    capabilities: [1, '1', uptime, uptime]\n");

    assertThat(findings(fixture))
        .filteredOn(it -> it.code().equals("content.value.duplicate"))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).endsWith(" has uptime twice."))
        .satisfies(it -> assertThat(it.place().orElseThrow().column()).isEqualTo(36));
  }

  private static PackageFixture fixture(String format, String type) {
    return PackageFixture.of("a", "1.0.0")
        .file(
            "manifest.yml",
            """
            format_version: %s
            name: a
            version: 1.0.0
            title: A
            description: A package for tests.
            type: %s
            """
                .formatted(format, type));
  }

  private static PackageFixture dashboard(String search, String panels) {
    return fixture("3.0.0", "integration")
        .file(
            DASHBOARD,
            json(
                """
                {id: a, type: dashboard, attributes: {panelsJSON: [%s],
                 kibanaSavedObjectMeta: {searchSourceJSON: %s}}}
                """
                    .formatted(panels, search)));
  }

  private static PackageFixture pipeline(String settings) {
    return fixture("3.6.0", "integration")
        .file(PIPELINE, "---\nprocessors: [{set: {" + settings + "}}]\n");
  }

  /** JSON is easier to read with less quotes. */
  private static String json(String yaml) {
    return JsonMapper.shared().writeValueAsString(new Yaml().<Object>load(yaml));
  }

  private List<String> codes(PackageFixture fixture) throws IOException {
    return findings(fixture).stream().map(Finding::code).toList();
  }

  private List<Finding> findings(PackageFixture fixture) throws IOException {
    Path made = fixture.folder(folder);
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      return new SpecValidator().validate(raw);
    }
  }
}
