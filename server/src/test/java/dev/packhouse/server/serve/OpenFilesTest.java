package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.serve.OpenFiles.Shares;
import org.junit.jupiter.api.Test;

final class OpenFilesTest {
  @Test
  void findsTheLimitThatCountsNow() {
    String limits =
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max processes             95913                95913                processes
        Max open files            1024                 20000                files
        Max locked memory         67108864             67108864             bytes
        """;
    assertThat(OpenFiles.limit(limits)).hasValue(1024);
  }

  @Test
  void findsNoLimitWhereThereIsNone() {
    assertThat(OpenFiles.limit("Max open files            unlimited  unlimited  files")).isEmpty();
    assertThat(OpenFiles.limit("")).isEmpty();
  }

  @Test
  void leavesAQuarterOfWhatCanBeOpenedForWhatWaitsForNoClient() {
    assertThat(Shares.of(176, 4000)).isEqualTo(new Shares(88, 44));
  }

  @Test
  void givesAllThatIsWantedWhereThereAreEnough() {
    assertThat(Shares.of(Integer.MAX_VALUE, 4000).connections()).isEqualTo(4000);
    assertThat(OpenFiles.shares(1).connections()).isEqualTo(1);
  }

  @Test
  void stillServesSomebodyWhereHardlyAnythingCanBeOpened() {
    assertThat(Shares.of(-1, 4000)).isEqualTo(new Shares(1, 1));
  }
}
