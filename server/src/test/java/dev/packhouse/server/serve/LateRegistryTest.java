package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.bytes;
import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.header;
import static dev.packhouse.server.serve.SiteClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RegistryPreview;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that is shown while it is being generated. */
@SuppressWarnings("NullAway.Init")
final class LateRegistryTest {
  @TempDir Path folder;

  private final List<String> made = new ArrayList<>();
  private RegistryPreview preview;
  private LuceneRegistry search;
  private RegistrySite site;

  @BeforeEach
  void read() throws IOException {
    PackageFixture.of("crate", "1.0.0").file("img/icon.svg", "<svg/>").folder(packages());
    preview = RegistryPreview.of(options("ahead"), 1, Progress.NONE).orElseThrow();
    search = LuceneRegistry.open(CurrentGeneration.folder(folder.resolve("ahead")));
    site = site(new ServedRegistry(search, folder.resolve("ahead"), Optional.of(late(true))));
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    preview.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search",
        "/search?package=crate&all=true",
        "/categories",
        "/package/crate/1.0.0/",
        "/package/crate/1.0.0/img/icon.svg",
        "/package/crate/1.0.0/none",
        "/epr/crate/crate-1.0.0.zip",
        "/epr/crate/crate-1.0.0.tar.gz",
        "/epr/crate/crate-1.0.0.zip.sig",
        "/package/crate/2.0.0/",
        "/epr/crate/crate-2.0.0.zip",
        "/health",
        "/openapi.json"
      })
  void answersAsItIsGoingTo(String target) throws IOException {
    Generator.run(options("out"), Progress.NONE);
    Path out = folder.resolve("out");
    try (LuceneRegistry whole = LuceneRegistry.open(CurrentGeneration.folder(out))) {
      Answer expected = get(site(ServedRegistry.published(whole, out)), target);

      Answer answer = get(site, target);

      assertThat(answer.status()).isEqualTo(expected.status());
      assertThat(bytes(answer)).isEqualTo(bytes(expected));
      for (String name : List.of("ETag", "Content-Type", "Cache-Control")) {
        assertThat(header(answer, name)).isEqualTo(header(expected, name));
      }
    }
  }

  @Test
  void makesFilesAndArchivesOfTheVersionThatIsAskedForAndNothingForRecords() throws IOException {
    get(site, "/search");
    get(site, "/package/crate/1.0.0/");
    get(site, "/package/none/1.0.0/img/icon.svg");
    get(site, "/epr/none/none-1.0.0.zip");
    assertThat(made).isEmpty();

    get(site, "/package/crate/1.0.0/img/icon.svg");
    get(site, "/epr/crate/crate-1.0.0.zip");
    assertThat(made).containsExactly("crate 1.0.0", "crate 1.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=crate",
        "/search/facets",
        "/suggest?q=cr",
        "/changes.json",
        "/feeds/all.atom",
        "/ui/",
        "/ui/packages/crate.html"
      })
  void asksClientsToComeBackForWhatIsMadeLast(String target) throws IOException {
    Answer answer = get(site, target);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).contains(ErrorCode.NOT_YET);
    assertThat(header(answer, "Retry-After")).isEqualTo("10");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(text(answer))
        .isEqualTo("not yet: this registry is still being generated; try again soon\n");
  }

  @Test
  void asksClientsToComeBackForAPackageThatIsGoneByNow() throws IOException {
    Files.delete(packages().resolve("crate/1.0.0/manifest.yml"));

    assertThat(get(site, "/epr/crate/crate-1.0.0.zip").error()).contains(ErrorCode.NOT_YET);
    assertThat(get(site, "/package/crate/1.0.0/img/icon.svg").error()).contains(ErrorCode.NOT_YET);
  }

  @Test
  void promisesNoPagesWhereNoneAreMade() throws IOException {
    RegistrySite without =
        site(new ServedRegistry(search, folder.resolve("ahead"), Optional.of(late(false))));

    assertThat(get(without, "/ui/").error()).contains(ErrorCode.NO_PAGES);
  }

  private LateRegistry late(boolean pages) {
    return new LateRegistry() {
      @Override
      public boolean make(String name, String version) throws IOException {
        made.add(name + " " + version);
        return preview.make(
            new PackageId(name, SemanticVersion.parseStrict(version).toOptional().orElseThrow()));
      }

      @Override
      public boolean hasPages() {
        return pages;
      }
    };
  }

  private static RegistrySite site(ServedRegistry registry) throws IOException {
    ShownSite shown = new ShownSite();
    Lease lease =
        RegistryServer.sites(SampleRegistry.config(Optional.empty()), shown, Tracer.NONE)
            .open(registry);
    shown.show(lease, () -> {});
    return lease.site();
  }

  private GenerateOptions options(String out) {
    return new GenerateOptions(
        List.of(packages()),
        folder.resolve(out),
        EnumSet.allOf(ArchiveFormat.class),
        ArchiveFormat.ZIP,
        /* replace= */ true,
        /* keepGoing= */ true);
  }

  private Path packages() {
    return folder.resolve("packages");
  }
}
