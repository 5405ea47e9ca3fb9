package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.init.NewPackage;
import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidatorTest {
  @TempDir Path folder;

  /** A package that goes away under the eyes is one that not even root can read. */
  @Test
  void looksAtTheOthersWhereAPackageCannotBeRead() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(folder);
    Path gone = PackageFixture.of("b", "1.0.0").folder(folder);
    PackageFixture.of("c", "1.0.0").manifest("owner: [x]\n").folder(folder);

    RunReport report = Validator.run(options(Profile.REGISTRY), new Vanishing(List.of(gone)));

    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly("package.file.unreadable", "value.kind");
    assertThat(report.findings().getFirst())
        .returns(gone.toString(), Finding::file)
        .returns("This cannot be read: there is no such file or folder.", Finding::message);
    assertThat(report.accepted()).isEqualTo(1);
  }

  /** The registry's profile lets in what was published before anybody looked. */
  @Test
  void forbidsAByteOrderMarkInJsonByTheSpecOnly() throws IOException {
    Path made =
        NewPackage.write(
            PackageTemplate.find("content").orElseThrow(),
            new PackageNames("boards", "Boards", "acme/web"),
            folder);
    Path board = made.resolve("kibana/dashboard/boards-overview.json");
    Files.writeString(board, "\uFEFF" + Files.readString(board));

    assertThat(Validator.run(options(Profile.REGISTRY), Progress.NONE).hasErrors()).isFalse();
    assertThat(Validator.run(options(Profile.SPEC), Progress.NONE).findings())
        .singleElement()
        .returns("json.byte_order_mark", Finding::code)
        .returns(board.toString(), Finding::file)
        .matches(Finding::isError);
  }

  @Test
  void saysWhatARegistryRefusesThoughTheSpecAllowsIt() throws IOException {
    Path made =
        NewPackage.write(
            PackageTemplate.find("content").orElseThrow(),
            new PackageNames("boards", "Boards", "acme/web"),
            folder);
    Path manifest = made.resolve("manifest.yml");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("(kibana:\\s+version:) .*", "$1 \">=8.13 and <9\""));

    RunReport report = Validator.run(options(Profile.SPEC), Progress.NONE);

    assertThat(report.findings())
        .singleElement()
        .returns("manifest.kibana_version.invalid", Finding::code)
        .returns(Severity.WARNING, Finding::severity)
        .satisfies(
            it -> assertThat(it.message()).endsWith(". A registry would refuse the package."));
  }

  private ValidateOptions options(Profile profile) {
    ExcuseSources none =
        new ExcuseSources(Optional.empty(), Optional.empty(), LocalDate.of(2026, 11, 22));
    return new ValidateOptions(List.of(folder), profile, Intake.usual(), none);
  }
}
