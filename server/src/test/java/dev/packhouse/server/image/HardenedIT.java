package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** As strict operators run it: another user, nothing to write to, no rights, little memory. */
@NeedsImage
final class HardenedIT {
  private static final long MEMORY = 256L * 1024 * 1024;

  private static final PackhouseContainer PUBLISHED =
      hardened("serve", "--public", "/public").mounting(SharedRegistry.folder(), "/public");

  /** What is generated has to lie somewhere. */
  private static final PackhouseContainer GENERATED =
      hardened()
          .mounting(SharedRegistry.SAMPLES, "/packages")
          .withHost(host -> host.withTmpFs(Map.of("/tmp", "rw,size=64m")));

  private static PackhouseContainer hardened(String... command) {
    return new PackhouseContainer(command)
        .withHost(HardenedIT::harden)
        .withCreateContainerCmdModifier(create -> create.withUser("4711:4712"));
  }

  private static void harden(HostConfig host) {
    host.withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(MEMORY)
        .withMemorySwap(MEMORY);
  }

  @BeforeAll
  static void start() {
    PUBLISHED.start();
    GENERATED.start();
  }

  @AfterAll
  static void stop() {
    PUBLISHED.stop();
    GENERATED.stop();
  }

  @Test
  void servesAMountedRegistry() throws Exception {
    assertThat(PUBLISHED.get("/search").statusCode()).isEqualTo(200);
    assertThat(PUBLISHED.get("/epr/orchard_db/orchard_db-2.0.0.zip").statusCode()).isEqualTo(200);
  }

  @Test
  void generatesWhereThereIsATemporaryFolder() throws Exception {
    HttpResponse<String> generated = GENERATED.get("/search?all=true&prerelease=true");
    assertThat(generated.body())
        .isEqualTo(PUBLISHED.get("/search?all=true&prerelease=true").body());
  }

  @Test
  void countsOnNoMoreMemoryThanItHas() throws Exception {
    assertThat(PUBLISHED.shell("tr '\\0' ' ' </proc/1/cmdline"))
        .contains(" -XX:MaxRAM=" + MEMORY + " ");
  }

  @Test
  void staysWithinItsMemoryWhileItIsAsked() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      assertThat(PUBLISHED.get("/search?all=true&kibana.version=8." + i).statusCode())
          .isEqualTo(200);
    }
    assertThat(PUBLISHED.shell("cat /proc/1/status")).contains("Uid:\t4711");
    assertThat(PUBLISHED.isRunning()).isTrue();
  }
}
