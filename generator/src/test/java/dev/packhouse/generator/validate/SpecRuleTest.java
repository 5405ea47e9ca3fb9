package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules of the spec say where their pages have no example for it. */
final class SpecRuleTest {
  private static final String BASE_FIELDS =
      """
      - name: data_stream.type
        type: constant_keyword
      - name: data_stream.dataset
        type: constant_keyword
      - name: data_stream.namespace
        type: constant_keyword
      - name: '@timestamp'
        type: date
      """;
  private static final String TEMPLATE =
      """
      policy_templates:
        - name: example
          title: Example
          description: Example.
          inputs:
            - type: logfile
              title: Files
              description: Files.
      """;
  private static final String STREAM =
      """
      streams:
        - input: logfile
          title: Files
          description: Files.
          template_path: stream.yml.hbs
      """;

  @TempDir private Path folder;

  @Test
  void pointsAtTheFieldBeforeWhichARequiredOneIsMissing() throws IOException {
    List<Finding> findings =
        integration(
            file(
                "data_stream/log/fields/base-fields.yml",
                BASE_FIELDS.replace(
                    "- name: data_stream.dataset\n  type: constant_keyword\n", "")));

    assertThat(findings)
        .singleElement()
        .returns("field.data_stream_dataset.missing", Finding::code)
        .satisfies(it -> assertThat(it.place()).contains(new Place(3, 3)))
        .satisfies(it -> assertThat(it.field()).contains("data_stream.dataset"));
  }

  @Test
  void pointsAtTheEndOfTheFieldsWhereTheLastRequiredOneIsMissing() throws IOException {
    List<Finding> findings =
        integration(
            file(
                "data_stream/log/fields/base-fields.yml",
                BASE_FIELDS.replace("- name: '@timestamp'\n  type: date\n", "")));

    assertThat(findings)
        .singleElement()
        .returns("field.timestamp.missing", Finding::code)
        .satisfies(it -> assertThat(it.place()).contains(new Place(6, 9)));
  }

  @Test
  void pointsAtARequiredFieldWithAMisspeltName() throws IOException {
    List<Finding> findings =
        integration(
            file(
                "data_stream/log/fields/base-fields.yml",
                BASE_FIELDS.replace("data_stream.dataset", "data_stream.datasets")));

    assertThat(findings)
        .singleElement()
        .returns("field.data_stream_dataset.missing", Finding::code)
        .satisfies(it -> assertThat(it.place()).contains(new Place(3, 3)))
        .satisfies(it -> assertThat(it.fix()).contains("data_stream.datasets"));
  }

  @Test
  void wantsNoTypeOfARequiredFieldThatIsDeclaredElsewhere() throws IOException {
    assertThat(
            integration(
                file("_dev/build/build.yml", "dependencies:\n  ecs:\n    reference: git@v8.17.0\n"),
                file(
                    "data_stream/log/fields/base-fields.yml",
                    BASE_FIELDS.replace("  type: date\n", "  external: ecs\n"))))
        .isEmpty();
  }

  @Test
  void wantsNoFieldsOfADataStreamThatDeclaresNone() throws IOException {
    assertThat(
            codes(
                integration(
                    file("data_stream/log/fields/base-fields.yml", "[]\n"),
                    file("data_stream/log/fields/fields.yml", "[]\n"))))
        .isEmpty();
  }

  @Test
  void findsADuplicateInAnotherFileByItsFullName() throws IOException {
    List<Finding> findings =
        integration(
            file(
                "data_stream/log/fields/more.yml",
                """
                - name: data_stream
                  type: group
                  fields:
                    - name: namespace
                      type: constant_keyword
                """));

    assertThat(findings)
        .singleElement()
        .returns("field.name.duplicate", Finding::code)
        .satisfies(it -> assertThat(it.file()).endsWith("fields/more.yml"))
        .satisfies(it -> assertThat(it.place()).contains(new Place(4, 7)))
        .satisfies(it -> assertThat(it.message()).contains("base-fields.yml, line 7"));
  }

  @Test
  void letsTheEntryOfAVersionToComeStandAboveTheCurrentOne() throws IOException {
    assertThat(
            integration(
                file("changelog.yml", entry("0.2.0-next") + entry("0.1.0") + entry("0.0.1"))))
        .isEmpty();
  }

  @Test
  void doesNotTakeAFieldForARuntimeFieldThatSaysItIsNone() throws IOException {
    String fields = "- name: a\n  type: long\n  runtime: %s\n";
    String old = part("manifest.yml", "conditions:\n  kibana:\n    version: ^8.9.0\n");

    assertThat(integration(old, file("data_stream/log/fields/fields.yml", fields.formatted(false))))
        .isEmpty();
    assertThat(
            codes(
                integration(
                    old,
                    file("data_stream/log/fields/fields.yml", fields.formatted("emit(doc.b)")))))
        .containsExactly("field.kibana_version.low");
  }

  @Test
  void onlyWarnsOfTagsForAnOldKibanaInAnOldFormat() throws IOException {
    List<Finding> findings =
        findings(
            "integration",
            "2.10.0",
            part("manifest.yml", "conditions:\n  kibana.version: ^8.9.0\n"),
            file("kibana/tags.yml", "- text: Web\n  asset_types:\n    - dashboard\n"));

    assertThat(findings)
        .filteredOn(it -> it.code().equals("tags.kibana_version.low"))
        .singleElement()
        .returns(Severity.WARNING, Finding::severity);
  }

  @Test
  void findsTheVariableOfAStreamInTheInputOfThePackage() throws IOException {
    String stream = STREAM + "    required_vars:\n      one:\n        - name: paths\n";
    String variable =
        """
                vars:
                  - name: paths
                    type: text
                    title: Paths
        """;

    assertThat(
            integration(
                part("manifest.yml", TEMPLATE + variable),
                part("data_stream/log/manifest.yml", stream)))
        .isEmpty();
    assertThat(codes(integration(part("data_stream/log/manifest.yml", stream))))
        .containsExactly("required_vars.name.unknown");
  }

  @Test
  void takesThePolicyTemplatesOfAnInputPackageForStreams() throws IOException {
    String template =
        """
        policy_templates:
          - name: example
            type: %s
            title: Example
            description: Example.
            input: %s
            template_path: input.yml.hbs
            vars:
              - name: use_apm
                type: bool
                title: APM
        """;

    assertThat(
            findings(
                "input", "3.6.6", part("manifest.yml", template.formatted("traces", "otelcol"))))
        .isEmpty();
    assertThat(
            findings("input", "3.6.6", part("manifest.yml", template.formatted("logs", "logfile"))))
        .extracting(Finding::code)
        .containsExactly("var.use_apm.invalid", "var.use_apm.invalid");
  }

  @Test
  void wantsAManifestOfADataStreamEvenInAnInputPackage() throws IOException {
    String template = file("data_stream/log/agent/stream/log.yml.hbs", "a: 1\n");

    assertThat(findings("input", "3.6.6", template))
        .singleElement()
        .returns("file.name.missing", Finding::code)
        .satisfies(it -> assertThat(it.file()).endsWith("/data_stream/log/manifest.yml"));
  }

  @Test
  void wantsAnInputOfAPolicyTemplateThatCanBeDeployed() throws IOException {
    assertThat(
            codes(
                integration(
                    part(
                        "manifest.yml",
                        """
                        policy_templates:
                          - name: example
                            title: Example
                            description: Example.
                            inputs: []
                        """))))
        .contains("policy_template.deployment_mode.unsupported");
  }

  @Test
  void boundsDurationsByZeroAndWantsUnitsOfTheirDefaults() throws IOException {
    String vars =
        """
        vars:
          - name: interval
            type: duration
            title: Interval
            %s
        """;

    assertThat(codes(integration(part("manifest.yml", vars.formatted("min_duration: -1s")))))
        .contains("var.duration.invalid");
    assertThat(codes(integration(part("manifest.yml", vars.formatted("default: 90")))))
        .contains("var.duration.invalid");
  }

  @Test
  void tellsTwoInputsOfOtherPackagesApartByTheirNamesOnly() throws IOException {
    String requires = "requires:\n  input:\n    - package: other\n      version: 1.0.0\n";
    String template = TEMPLATE.replace("type: logfile", "package: other");
    String more = template.substring(template.indexOf("      - package"));

    assertThat(codes(integration(part("manifest.yml", requires + template + more))))
        .containsExactly("input.name.missing");
  }

  @Test
  void wantsAVariableInPlaceOfADeprecatedVariable() throws IOException {
    assertThat(
            codes(
                integration(
                    part(
                        "data_stream/log/manifest.yml",
                        STREAM
                            + """
                                vars:
                                  - name: paths
                                    type: text
                                    title: Paths
                                    deprecated:
                                      since: 0.1.0
                                      description: Old.
                                      replaced_by:
                                        input: logfile
                            """))))
        .containsExactly("deprecated.replaced_by.missing");
  }

  @Test
  void holdsTestsOfDataStreamsAgainstTheVersionsThatTheManifestRequires() throws IOException {
    String requires =
        part(
            "manifest.yml", "requires:\n  content:\n    - package: other\n      version: ^1.2.0\n");
    String test = "requires:\n  - package: other\n    version: %s\n";
    String path = "data_stream/log/_dev/test/policy/test-default.yml";

    assertThat(codes(integration(requires, file(path, test.formatted("1.1.0")))))
        .containsExactly("test.requires_version.invalid");
    assertThat(codes(integration(requires, file(path, test.formatted("1.3.0"))))).isEmpty();
  }

  @Test
  void readsLongTestsOfPipelinesWithoutKeepingThem() throws IOException {
    String path = "data_stream/log/_dev/test/pipeline/test-long.log-expected.json";
    String event = "{\"expected\": [null, {\"a\": [0" + ", 1".repeat(150_000) + "]}]%s}\n";
    String broken = "{\"expected\": [{\"a\": [1, 2}]}\n";

    assertThat(integration(file(path, event.formatted("")))).isEmpty();
    assertThat(codes(integration(file(path, event.formatted(", \"b\": 1")))))
        .containsExactly("content.key.unknown");
    assertThat(codes(integration(file(path, "{\"expected\": [1]}\n"))))
        .containsExactly("content.value.type");
    assertThat(codes(integration(file(path, broken)))).containsExactly("json.syntax");
  }

  /** To YAML 1.1, which other tools read, it is a flag. */
  @Test
  void saysThatAWordForTrueIsOnlyAText() throws IOException {
    String vars = "vars:\n  - {name: a, type: text, title: A, required: yes}\n";

    assertThat(integration(part("manifest.yml", vars)))
        .extracting(Finding::message, Finding::fix)
        .containsExactly(
            tuple("vars[a].required is yes, which is only a text in YAML 1.2.", "Write true."));
  }

  @Test
  void findsACategoryOfADataStreamInTheOneAboveIt() throws IOException {
    String stream = part("data_stream/log/manifest.yml", "categories: [iam]\n");

    assertThat(integration(part("manifest.yml", "categories: [security]\n"), stream)).isEmpty();
    assertThat(codes(integration(stream))).containsExactly("manifest.categories.missing");
  }

  private static String entry(String version) {
    return "- version: "
        + version
        + "\n  changes:\n    - description: Change.\n      type: enhancement\n"
        + "      link: https://example.org\n";
  }

  private static String file(String path, String text) {
    return "`" + path + "`:\n\n```yaml\n" + text + "```\n";
  }

  /** The keys of the text take the place of those of the file. */
  private static String part(String path, String text) {
    return "`" + path + "`, in part:\n\n```yaml\n" + text + "```\n";
  }

  private List<Finding> integration(String... changes) throws IOException {
    return findings("integration", "3.6.6", changes);
  }

  private List<Finding> findings(String type, String formatVersion, String... changes)
      throws IOException {
    String example = String.join("\n", changes);
    Map<String, String> table = Map.of("types", type, "example's format version", formatVersion);
    Path made = new FindingPage("example", table, "", example, example).make(example, folder);
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      return new SpecValidator().validate(raw);
    }
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
