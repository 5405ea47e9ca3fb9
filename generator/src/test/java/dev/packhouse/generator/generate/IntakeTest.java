package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Retention;
import dev.packhouse.generator.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class IntakeTest {
  private static final Intake UNVALIDATED = new Intake(false, false, 1, true);
  private static final Intake SIGNED = new Intake(true, true, 2, true);

  @TempDir Path packages;
  @TempDir Path out;

  @Test
  void letsInWhatHasARecordWhereOnlyNeededRulesHold() throws IOException {
    PackageFixture.of("odd", "1.0.0")
        .without("docs/README.md")
        .manifest("release: finished\nicons: [{src: /img/none.svg}]\npolicy_templates: [{}]\n")
        .file("data_stream/bad-name/manifest.yml", "type: stones\n")
        .file("data_stream/bad-name/elasticsearch/ingest_pipeline/x.yml", "- no object\n")
        .folder(packages);

    assertThat(run(Intake.usual()).accepted()).isZero();
    RunReport report = run(UNVALIDATED);

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.findings())
        .allMatch(finding -> finding.severity() == Severity.WARNING)
        .extracting(Finding::code)
        .contains("readme.file.missing", "icon.file.missing", "data_stream.type.invalid");
    assertThat(listed()).containsExactly("odd");
  }

  @Test
  void writesTheFindingsOfBothProfilesAlikeButForTheirWeight() throws IOException {
    PackageFixture.of("odd", "1.0.0").manifest("release: finished\n").folder(packages);

    List<Finding> errors = run(Intake.usual()).findings();

    assertThat(errors).isNotEmpty();
    assertThat(run(UNVALIDATED).findings())
        .isEqualTo(errors.stream().map(Finding::asWarning).toList());
  }

  @Test
  void keepsOutWhatHasNoAddressOrLeavesItsFolderEvenWithoutValidation() throws IOException {
    PackageFixture.of("Name", "1.0.0").folder(packages);
    PackageFixture.of("version", "one").folder(packages);
    PackageFixture.of("icon", "1.0.0").manifest("icons: [{src: /../../x.svg}]\n").folder(packages);
    PackageFixture.of("condition", "1.0.0")
        .manifest("conditions: {kibana: {version: new}}\n")
        .folder(packages);
    PackageFixture.of("kind", "1.0.0").manifest("owner: [x]\n").folder(packages);
    Path link = PackageFixture.of("link", "1.0.0").folder(packages);
    Files.createSymbolicLink(link.resolve("passwd"), Path.of("/etc/passwd"));

    RunReport report = run(UNVALIDATED);

    assertThat(report.accepted()).isZero();
    assertThat(report.findings().stream().filter(Finding::isError).map(Finding::code))
        .containsExactlyInAnyOrder(
            "manifest.name.invalid",
            "manifest.version.invalid",
            "icon.file.outside",
            "manifest.kibana_version.invalid",
            "value.kind",
            "package.link.outside");
  }

  @Test
  void publishesSignedZipsOnlyWhereSignaturesAreRequired() throws IOException {
    Path signed = PackageFixture.of("signed", "1.0.0").zip(packages);
    Files.writeString(signed.resolveSibling(signed.getFileName() + ".sig"), "signature\n");
    Path zip = PackageFixture.of("zip", "1.0.0").zip(packages);
    Path folder = PackageFixture.of("folder", "1.0.0").folder(packages);
    Files.writeString(folder.resolveSibling("1.0.0.sig"), "signature\n");

    RunReport report = run(SIGNED);

    assertThat(listed()).containsExactly("signed");
    assertThat(report.findings().stream().filter(Finding::isError).map(Finding::toString))
        .containsExactlyInAnyOrder(
            folder
                + ": error: Signatures are required, and a folder has none."
                + " Put the signed zip here, its signature beside it. [package.signature.missing]",
            zip
                + ": error: Signatures are required, and this zip has none."
                + " Put it beside the zip as zip-1.0.0.zip.sig. [package.signature.missing]");
    assertThat(run(Intake.usual()).findings()).noneMatch(Finding::isError);
  }

  @Test
  void believesNoDeprecationOfAnUnsignedPackage() throws IOException {
    Path signed = PackageFixture.of("a", "1.0.0").zip(packages);
    Files.writeString(signed.resolveSibling(signed.getFileName() + ".sig"), "signature\n");
    PackageFixture.of("a", "1.1.0")
        .manifest("deprecated: {since: 1.1.0, description: forged}\n")
        .zip(packages);

    run(SIGNED);

    assertThat(Files.readString(out.resolve("search-all.json"))).doesNotContain("forged");
  }

  @Test
  void wantsSomebodyToReadThePackages() {
    assertThatThrownBy(() -> new Intake(true, false, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private RunReport run(Intake intake) throws IOException {
    return Generator.run(
        new GenerateOptions(
            List.of(packages),
            out,
            EnumSet.allOf(ArchiveFormat.class),
            ArchiveFormat.ZIP,
            /* replace= */ true,
            /* keepGoing= */ true,
            intake,
            Retention.usual()),
        Progress.NONE);
  }

  private List<String> listed() throws IOException {
    JsonNode listing = JsonMapper.shared().readTree(Files.readString(out.resolve("search.json")));
    return listing.valueStream().map(it -> it.path("name").asString()).toList();
  }
}
