package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.headers;
import static dev.packhouse.server.serve.SiteClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
final class HealthRouteTest {
  @TempDir Path folder;

  private RegistrySite site() throws IOException {
    return new SampleRegistry(folder).site();
  }

  private static void assertUnhealthy(RegistrySite site, String text) throws IOException {
    Answer answer = get(site, "/health");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(text(answer)).isEqualTo("not healthy: " + text + "\n");
    assertThat(headers(answer, "Cache-Control")).containsExactly("max-age=0", "private, no-store");
    assertThat(answer.error()).contains(ErrorCode.NOT_HEALTHY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health?ready=true"})
  void saysNothingWhereAllIsWell(String target) throws IOException {
    Answer answer = get(site(), target);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().length()).isZero();
    assertThat(headers(answer, "Cache-Control")).isEmpty();
  }

  @Test
  void saysNoWhileTheServerDrainsThoughOtherAnswersAreGiven() throws IOException {
    ShownSite shown = new ShownSite();
    SampleRegistry registry = new SampleRegistry(folder);
    SiteFactory sites = registry.sites(shown);
    shown.show(sites.open(ServedRegistry.published(registry, folder)), () -> {});
    RegistrySite site = shown.take().site();
    sites.health().drain();

    assertUnhealthy(site, "process is draining");
    assertThat(get(site, "/search").status()).isEqualTo(200);
  }

  @Test
  void saysNoWhileTheFilesAreGone() throws IOException {
    RegistrySite site = site();
    Path pointer = folder.resolve(RegistryLayout.POINTER);
    Path aside = folder.resolve("aside");

    Files.move(pointer, aside);
    assertUnhealthy(site, "files cannot be read");

    Files.move(aside, pointer);
    assertThat(get(site, "/health").status()).isEqualTo(200);
  }

  @Test
  void saysNoWhereAFolderIsInPlaceOfThePointer() throws IOException {
    RegistrySite site = site();
    Path pointer = folder.resolve(RegistryLayout.POINTER);
    Files.delete(pointer);
    Files.createDirectory(pointer);

    assertUnhealthy(site, "files cannot be read");
  }

  @Test
  void saysNoWhereTheIndexCannotBeSearched() throws IOException {
    ShownSite shown = new ShownSite();
    SiteFactory sites = new SampleRegistry(folder).sites(shown);
    shown.show(sites.open(ServedRegistry.published(new FailingSearch(1), folder)), () -> {});

    assertUnhealthy(shown.take().site(), "index cannot be searched");
  }
}
