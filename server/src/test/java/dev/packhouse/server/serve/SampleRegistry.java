package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.model.Category;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.TestConfig;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import dev.packhouse.server.search.CategoryCount;
import dev.packhouse.server.search.FacetCount;
import dev.packhouse.server.search.Facets;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.search.SearchAnswer;
import dev.packhouse.server.search.StoredVersion;
import dev.packhouse.server.search.Suggestion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registry with one version, {@code crate} 1.0.0, that answers every search alike. All of its
 * files were last modified at {@link #MODIFIED}.
 */
final class SampleRegistry implements RegistrySearch {
  static final Instant MODIFIED = Instant.parse("2026-01-02T03:04:05Z");
  static final String GENERATION = "generations/000001";
  static final String RECORD = "{\"name\":\"crate\",\"version\":\"1.0.0\"}";
  static final String README = "# Crate\n".repeat(100);
  static final String ZIP = "0123456789".repeat(20_000);
  static final String ZIP_SHA256 = "0123456789abcdef".repeat(4);
  static final String SEARCH_DIGEST = "fedcba9876543210".repeat(4);
  static final List<String> SEARCH_PIECES = List.of("[", RECORD, ",", RECORD.repeat(100), "]");

  private final Path folder;

  SampleRegistry(Path folder) throws IOException {
    this.folder = folder;
    write(RegistryLayout.POINTER, "{}");
    write("secret.txt", "not a package's file");
    write("records/crate/1.0.0.json", RECORD);
    file("manifest.yml", "name: crate\n");
    file("docs/README.md", README);
    file("img/icon.svg", "<svg/>" + " ".repeat(200));
    file("data stream/a+b [1] é.json", "{}");
    file("LICENSE", "Licence text");
    file("empty", "");
    file("lines.ndjson", "{}\n{}\n");
    write("epr/crate/crate-1.0.0.zip", ZIP);
    write("epr/crate/crate-1.0.0.zip.sha256", ZIP_SHA256 + "  crate-1.0.0.zip\n");
    write("epr/crate/crate-1.0.0.zip.sig", "signature");
    write("epr/crate/crate-1.0.0.tar.gz", "tar");
  }

  @Override
  public String folder() {
    return GENERATION;
  }

  Path publicFolder() {
    return folder;
  }

  /** A file of the generation. */
  Path listing(String path, String text) throws IOException {
    return write(GENERATION + "/" + path, text);
  }

  Path file(String path, String text) throws IOException {
    return write("package/crate/1.0.0/" + path, text);
  }

  RegistrySite site() throws IOException {
    return site(config(Optional.empty()));
  }

  RegistrySite site(ServerConfig config) throws IOException {
    return opened(config, this).site();
  }

  /** What a server would show, and the health of that. */
  SiteFactory sites(ShownSite shown) throws IOException {
    return RegistryServer.sites(config(Optional.empty()), shown, Tracer.NONE);
  }

  private Lease opened(ServerConfig config, RegistrySearch search) throws IOException {
    ShownSite shown = new ShownSite();
    Lease lease =
        RegistryServer.sites(config, shown, Tracer.NONE)
            .open(ServedRegistry.published(search, folder));
    shown.show(lease, () -> {});
    return lease;
  }

  static ServerConfig config(Optional<URI> publicUrl) {
    return TestConfig.of(
        Map.of(
            "PACKHOUSE_PUBLIC_URL",
            publicUrl.map(URI::toString).orElse(""),
            "PACKHOUSE_CACHE_TIME_CATEGORIES",
            "11m",
            "PACKHOUSE_CACHE_TIME_CATCH_ALL",
            "12m"));
  }

  @Override
  public SearchAnswer search(SearchQuery query) {
    byte[] answer = String.join("", SEARCH_PIECES).getBytes(UTF_8);
    return new SearchAnswer(answer.length, SEARCH_DIGEST, 0, out -> out.write(answer));
  }

  @Override
  public List<CategoryCount> categories(CategoriesQuery query) {
    return categories();
  }

  private static List<CategoryCount> categories() {
    return List.of(new CategoryCount(new Category("own", "Öwn", Optional.empty()), 2));
  }

  @Override
  public Facets facets(FacetsQuery query) {
    return new Facets(
        3,
        categories(),
        List.of(new FacetCount("integration", 2), new FacetCount("input", 1)),
        List.of(),
        List.of(new FacetCount("basic", 3)),
        List.of(new FacetCount("ga", 3)),
        List.of(new FacetCount("3.0", 3)));
  }

  @Override
  public List<Suggestion> suggest(SuggestQuery query) {
    return List.of(new Suggestion("crate", "Cräte"));
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) {
    return name.equals("crate") && version.equals("1.0.0")
        ? Optional.of(
            new StoredVersion(
                "package/crate/1.0.0", "epr/crate/crate-1.0.0", "records/crate/1.0.0.json"))
        : Optional.empty();
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    return file;
  }
}
