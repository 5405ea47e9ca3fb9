package dev.packhouse.generator.emit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.RecordShapes;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.ShortRecord;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class RecordJsonTest {
  private static final String GOOD =
      """
      "format_version": "3.0.0", "name": "p", "version": "1.0.0", "title": "T", "type": "input",
      "description": "D", "release": "ga", "path": "/package/p/1.0.0"
      """;

  @Test
  void writesKeysInTheOrderOfTheShape() {
    assertThat(full("\"path\": \"/p\", \"unknown\": 1, \"name\": \"p\""))
        .containsSubsequence(
            "\"name\":\"p\"", "\"version\":\"\"", "\"download\":\"\"", "\"path\":\"/p\"")
        .doesNotContain("unknown");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertThat(full("\"icons\": [], \"license\": \"\", \"vars\": []"))
        .doesNotContain("icons", "license", "vars");
  }

  @Test
  void keepsAnObjectOfWhichNothingIsWritten() {
    assertThat(full("\"elasticsearch\": {}")).contains("\"elasticsearch\":{}");
    assertThat(full("\"discovery\": {}")).doesNotContain("discovery");
  }

  @Test
  void writesEverythingBeyondAsciiAsEscapes() {
    assertThat(full("\"title\": \"R\u00f6sterei \u65e5 \ud83d\ude00 \u2028\""))
        .containsIgnoringCase("\"title\":\"R\\u00f6sterei \\u65e5 \\ud83d\\ude00 \\u2028\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "1e6, 1000000",
    "1e21, 1e+21",
    "1e-7, 1e-7",
    "-0.0, -0",
    "18446744073709551615, 18446744073709551615",
    "true, true",
    "0.5, 0.5"
  })
  void writesNumbersAsClientsKnowThem(String given, String written) {
    assertThat(full("\"vars\": [{\"name\": \"v\", \"default\": " + given + "}]"))
        .contains("\"default\":" + written + "}");
  }

  @Test
  void keepsNothingInsideOfFreeValues() {
    assertThat(full("\"vars\": [{\"name\": \"v\", \"default\": [null, {\"a\": null}]}]"))
        .contains("\"default\":[null,{\"a\":null}]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void givesTheSameInPartsAsInOne(int templates) {
    String list = String.join(",", Collections.nCopies(templates, "{\"name\": \"t,[]\\u00e9\"}"));
    ObjectNode record = record("\"policy_templates\": [" + list + "], \"categories\": [\"a\"]");

    ShortRecord parts = RecordJson.writeInParts(record, RecordShapes.SHORT);

    assertThat(parts.policyTemplates()).hasSize(templates);
    assertThat(RecordGoldenTest.whole(parts))
        .isEqualTo(RecordJson.write(record, RecordShapes.SHORT));
  }

  @Test
  void namesTheArchiveAndItsSignature() {
    assertThat(search(ArchiveFormat.ZIP, true))
        .contains(
            "\"download\":\"/epr/p/p-1.0.0.zip\"", "\"signature_path\":\"/epr/p/p-1.0.0.zip.sig\"");
    assertThat(search(ArchiveFormat.ZIP, false)).doesNotContain("signature_path");
    assertThat(search(ArchiveFormat.TAR_GZ, false))
        .contains("\"download\":\"/epr/p/p-1.0.0.tar.gz\"")
        .doesNotContain("signature_path");
  }

  @Test
  void addsTheDeprecationOfANewerVersionAndLeavesThePackageAsItIs() {
    RegistryPackage good = RegistryPackage.of(record(GOOD));
    ObjectNode block = record("\"since\": \"2.0.0\", \"description\": \"old\"");

    RecordEmitter.Records records =
        RecordEmitter.records(good, Optional.of(block), ArchiveFormat.ZIP, false);

    String expected = "\"deprecated\":{\"since\":\"2.0.0\",\"description\":\"old\"}";
    assertThat(new String(records.full(), US_ASCII)).contains(expected);
    assertThat(new String(RecordGoldenTest.whole(records.search()), US_ASCII)).contains(expected);
    assertThat(good.deprecated()).isEmpty();
    assertThat(good.record().propertyNames()).doesNotContainAnyElementsOf(List.of("download"));
  }

  private static String search(ArchiveFormat download, boolean signed) {
    RegistryPackage good = RegistryPackage.of(record(GOOD));
    return new String(
        RecordGoldenTest.whole(
            RecordEmitter.records(good, Optional.empty(), download, signed).search()),
        US_ASCII);
  }

  private static String full(String members) {
    return new String(RecordJson.write(record(members), RecordShapes.FULL), US_ASCII);
  }

  private static ObjectNode record(String members) {
    return (ObjectNode) JsonMapper.shared().readTree("{" + members + "}");
  }
}
