package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShownSiteTest {
  @TempDir Path folder;

  private final ShownSite shown = new ShownSite();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void givesWhatIsShownNow() throws IOException {
    Lease first = show();
    assertThat(shown.take()).isSameAs(first);
    Lease second = show();
    assertThat(shown.take()).isSameAs(second);
  }

  @Test
  void keepsWhatARequestBeganOnUntilItsEnd() throws IOException {
    show();
    Lease underWay = shown.take();
    Lease another = shown.take();
    show();
    assertThat(closed).hasValue(0);
    underWay.giveBack();
    assertThat(closed).hasValue(0);
    another.giveBack();
    assertThat(closed).hasValue(1);
  }

  @Test
  void closesAtOnceWhatNobodyUses() throws IOException {
    show();
    shown.take().giveBack();
    show();
    assertThat(closed).hasValue(1);
  }

  @Test
  void givesNothingThatIsClosed() throws IOException {
    Lease first = show();
    show();
    assertThat(first.take()).isFalse();
  }

  private Lease show() throws IOException {
    SampleRegistry registry = new SampleRegistry(folder);
    Lease lease = registry.sites(shown).open(ServedRegistry.published(registry, folder));
    shown.show(lease, closed::incrementAndGet);
    return lease;
  }
}
