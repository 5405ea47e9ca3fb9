package dev.packhouse.generator.emit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.IndexedRecord;
import dev.packhouse.generator.model.PackageCategories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegistryListingsTest {
  @Test
  void writesEmptyListsForAnEmptyRegistry() throws IOException {
    Listings listings = listings();

    assertThat(text(listings.search())).isEqualTo("[]");
    assertThat(text(listings.searchAll())).isEqualTo("[]");
    assertThat(text(listings.categories())).isEqualTo("[]");
    assertThat(text(listings.index())).startsWith("{\"service.name\":\"package-registry\"");
  }

  @Test
  void listsTheNewestOfEachNameThatMayBeListed() throws IOException {
    Listings listings =
        listings(
            version("a", "1.0.0", true),
            version("a", "1.1.0", true),
            version("a", "2.0.0-beta", false),
            version("b", "0.1.0", false),
            version("c", "1.0.0", true));

    assertThat(text(listings.search())).isEqualTo("[{\"a\":\"1.1.0\"},{\"c\":\"1.0.0\"}]");
    assertThat(text(listings.searchAll()))
        .isEqualTo(
            "[{\"a\":\"1.0.0\"},{\"a\":\"1.1.0\"},{\"a\":\"2.0.0-beta\"},"
                + "{\"b\":\"0.1.0\"},{\"c\":\"1.0.0\"}]");
  }

  @Test
  void countsTheCategoriesOfWhatIsListed() throws IOException {
    Listings listings =
        listings(
            version("a", "1.0.0", true, "observability"),
            version("a", "1.1.0", true, "security", "network"),
            version("b", "1.0.0", true, "security", "firewall_security"),
            version("c", "1.0.0-beta", false, "cloud"));

    assertThat(text(listings.categories()))
        .contains("\"id\":\"security\"", "\"count\":2", "\"parent_id\":\"security\"")
        .doesNotContain("observability", "cloud")
        .containsSubsequence("firewall_security", "network", "\"id\":\"security\"");
  }

  private static IndexedRecord version(
      String name, String version, boolean listed, String... categories) {
    byte[] json = "{\"%s\":\"%s\"}".formatted(name, version).getBytes(US_ASCII);
    return new IndexedRecord(
        name, version, listed, new PackageCategories(List.of(categories), List.of()), json);
  }

  private static Listings listings(IndexedRecord... versions) {
    return RegistryListings.of(
        sink -> {
          for (IndexedRecord version : versions) {
            sink.accept(version);
          }
        });
  }

  private static String text(Listings.Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toString(US_ASCII);
  }
}
