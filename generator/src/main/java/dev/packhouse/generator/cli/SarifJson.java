package dev.packhouse.generator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.excuse.Excused;
import dev.packhouse.generator.excuse.FindingKey;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.page.FindingPage;
import dev.packhouse.generator.page.FindingPages;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as SARIF 2.1.0: one run, a rule for each code that occurs, excused findings as
 * suppressed results. Files are named as they are from the current folder. The fingerprint of a
 * result is made of what stays the same when lines move.
 */
final class SarifJson {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final Path here = Path.of("").toAbsolutePath();
  private final List<String> codes;
  private final ArrayNode results = PrintedJson.MAPPER.createArrayNode();

  /** How many equal ones came before. */
  private final Map<FindingKey, Integer> occurrences = new HashMap<>();

  private SarifJson(List<String> codes) {
    this.codes = codes;
  }

  static String of(RunReport report) {
    Stream<Finding> all =
        Stream.concat(report.findings().stream(), report.excused().stream().map(Excused::finding));
    SarifJson sarif = new SarifJson(all.map(Finding::code).sorted().distinct().toList());
    report.findings().forEach(finding -> sarif.result(finding, ""));
    report.excused().forEach(it -> sarif.result(it.finding(), it.reason() + " (" + it.by() + ")"));
    return PrintedJson.MAPPER.writeValueAsString(sarif.log());
  }

  private ObjectNode log() {
    ObjectNode log =
        PrintedJson.MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Packhouse").put("version", Product.version());
    ArrayNode rules = driver.putArray("rules");
    codes.forEach(code -> rule(code, rules.addObject()));
    run.put("columnKind", "unicodeCodePoints");
    run.set("results", results);
    return log;
  }

  private static void rule(String code, ObjectNode rule) {
    rule.put("id", code);
    FindingPages.find(code).ifPresent(page -> explain(page, rule));
  }

  private static void explain(FindingPage page, ObjectNode rule) {
    rule.putObject("shortDescription").put("text", page.summary());
    rule.putObject("fullDescription").put("text", page.why());
    rule.putObject("help").put("text", page.text()).put("markdown", page.text());
    rule.putObject("defaultConfiguration").put("level", page.severity());
  }

  /**
   * @param excuse why it does not count; empty where it does. Either all results of a run say so or
   *     none does.
   */
  private void result(Finding finding, String excuse) {
    FindingKey key = FindingKey.of(finding, here);
    ObjectNode result = results.addObject();
    result.put("ruleId", finding.code()).put("ruleIndex", codes.indexOf(finding.code()));
    result.put("level", level(finding.severity()));
    result.putObject("message").put("text", finding.message() + " " + finding.fix());
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", FileUri.of(key.file()));
    finding
        .place()
        .ifPresent(
            place ->
                physical
                    .putObject("region")
                    .put("startLine", place.line())
                    .put("startColumn", place.column()));
    finding
        .field()
        .ifPresent(
            field ->
                location.putArray("logicalLocations").addObject().put("fullyQualifiedName", field));
    result.putObject("partialFingerprints").put("packhouse/v1", fingerprint(key));
    ArrayNode suppressions = result.putArray("suppressions");
    if (!excuse.isEmpty()) {
      suppressions.addObject().put("kind", "external").put("justification", excuse);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private String fingerprint(FindingKey key) {
    int before = occurrences.merge(key, 1, Integer::sum) - 1;
    List<String> parts = new ArrayList<>(List.of(key.code(), key.file(), key.subject()));
    parts.add(Integer.toString(before));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(String.join("\n", parts).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
