package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Finding;
import java.io.IOException;
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

    RunReport report = Validator.run(options(), new Vanishing(List.of(gone)));

    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly("package.file.unreadable", "value.kind");
    assertThat(report.findings().getFirst())
        .returns(gone.toString(), Finding::file)
        .returns("This cannot be read: it is gone.", Finding::message);
    assertThat(report.accepted()).isEqualTo(1);
  }

  private ValidateOptions options() {
    ExcuseSources none =
        new ExcuseSources(Optional.empty(), Optional.empty(), LocalDate.of(2026, 11, 22));
    return new ValidateOptions(List.of(folder), Profile.REGISTRY, Intake.usual(), none);
  }
}
