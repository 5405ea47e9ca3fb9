package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class PackageWatchTest {
  @TempDir Path packages;
  private PackageWatch watch;

  @BeforeEach
  void begin() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages);
    watch = over(Duration.ofDays(1));
  }

  @Test
  void hasNothingToTellWhereNothingHappens() throws IOException {
    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isFalse();
  }

  @Test
  void tellsOfAVersionInsideOfAPackageOnceItHasComeToRest() throws IOException {
    PackageFixture.of("a", "1.0.1").folder(packages);
    assertThat(watch.look()).isFalse();
    PackageFixture.of("a", "1.0.2").folder(packages);
    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
    watch.generated();
    assertThat(watch.look()).isFalse();
  }

  @Test
  void tellsOfWhatChangesWhileTheRegistryIsGenerated() throws IOException {
    PackageFixture.of("a", "1.0.1").folder(packages);
    assertThat(lookTwice()).isTrue();
    PackageFixture.of("a", "1.0.2").folder(packages);
    watch.generated();
    assertThat(lookTwice()).isTrue();
  }

  @Test
  void forgetsAChangeThatIsTakenBack() throws IOException {
    Path manifest = PackageFixture.of("a", "1.0.1").folder(packages.resolve("elsewhere"));
    watch = over(Duration.ofDays(1));
    Path away = packages.resolve("away");
    assertThat(manifest.toFile().renameTo(away.toFile())).isTrue();
    assertThat(watch.look()).isFalse();
    assertThat(away.toFile().renameTo(manifest.toFile())).isTrue();
    assertThat(lookTwice()).isFalse();
  }

  @Test
  void tellsAgainWhatCouldNotBeGeneratedButNotAtEachLook() throws IOException {
    PackageFixture.of("a", "1.0.1").folder(packages);
    assertThat(lookTwice()).isTrue();
    assertThat(lookTwice()).isFalse();

    watch = over(Duration.ZERO);
    PackageFixture.of("a", "1.0.2").folder(packages);
    assertThat(lookTwice()).isTrue();
    assertThat(watch.look()).isTrue();
    watch.generated();
    assertThat(lookTwice()).isFalse();
  }

  @Test
  void tellsAtOnceOfAChangeAfterOneThatCouldNotBeGenerated() throws IOException {
    PackageFixture.of("a", "1.0.1").folder(packages);
    assertThat(lookTwice()).isTrue();
    PackageFixture.of("a", "1.0.2").folder(packages);
    assertThat(lookTwice()).isTrue();
  }

  private boolean lookTwice() throws IOException {
    assertThat(watch.look()).isFalse(); // two looks have to see the same
    return watch.look();
  }

  private PackageWatch over(Duration retry) throws IOException {
    return PackageWatch.over(List.of(packages), () -> false, retry);
  }
}
