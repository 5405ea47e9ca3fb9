package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.feed.AtomSchema;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedFeedsTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void tellOfNewVersionsOfAllOfACategoryAndOfAPackage() throws IOException {
    apache("1.0.0").folder(packages());
    PackageFixture.of("b", "1.0.0").folder(packages());
    run(NOON);
    apache("1.1.0").folder(packages());
    run(NOON.plusSeconds(60));

    assertThat(feeds())
        .containsExactly(
            "all.atom",
            "category/observability.atom",
            "category/web.atom",
            "package/apache.atom",
            "package/b.atom");
    assertThat(titles("all.atom"))
        .containsExactly("Title of apache 1.1.0", "Title of b 1.0.0", "Title of apache 1.0.0");
    assertThat(titles("category/web.atom"))
        .containsExactly("Title of apache 1.1.0", "Title of apache 1.0.0");
    assertThat(titles("category/observability.atom")).hasSize(2);
    assertThat(titles("package/b.atom")).containsExactly("Title of b 1.0.0");
    assertThat(feed("package/apache.atom"))
        .contains(
            "<summary>enhancement: New in 1.1.0</summary>",
            "<updated>2026-03-04T12:01:00Z</updated>",
            "<published>2026-03-04T12:00:00Z</published>",
            "href=\"../../ui/packages/apache.html\"",
            "href=\"../../epr/apache/apache-1.1.0.zip\"");
    assertThat(feed("package/b.atom")).contains("<summary>A package for tests.</summary>");
    assertThat(feed("all.atom")).contains("href=\"../ui/packages/apache.html\"");
  }

  @Test
  void leadToPagesOnlyWhereThereAreSome() throws IOException {
    apache("1.0.0").folder(packages());
    run(NOON);
    run(NOON, /* pages= */ false);
    assertThat(feed("package/apache.atom")).contains("<content>").doesNotContain("alternate");

    run(NOON);
    assertThat(feed("package/apache.atom")).contains("alternate", "/ui/packages/apache.html");
  }

  @Test
  void keepToTheSchema() throws IOException {
    apache("1.0.0")
        .file("changelog.yml", "- version: {a: b}\n  changes: x\n- 7\n")
        .folder(packages());
    PackageFixture.of("hostile", "1.0.0")
        .without("manifest.yml")
        .file(
            "manifest.yml",
            """
            format_version: 3.0.0
            name: hostile
            version: 1.0.0
            title: "<&\\"]]> \\u0001 \\uFFFF"
            description: "\\u0000 <b>"
            policy_templates:
              - {name: a, title: A, description: A, categories: ["../x", "\\u0001", "a/b", security]}
            """)
        .folder(packages());
    run(NOON);

    assertThat(feeds()).hasSizeGreaterThan(3).contains("category/security.atom");
    for (String feed : feeds()) {
      Path file = out().resolve("feeds").resolve(feed);
      assertThat(AtomSchema.mistakes(Files.readAllBytes(file))).as(feed).isEmpty();
    }
  }

  @Test
  void holdTheNewestHundred() throws IOException {
    for (int number = 0; number < 130; number++) {
      PackageFixture.of("a", number + ".0.0").folder(packages());
    }
    run(NOON);

    for (String feed : List.of("all.atom", "package/a.atom")) {
      assertThat(titles(feed))
          .hasSize(100)
          .startsWith("Title of a 129.0.0")
          .endsWith("Title of a 30.0.0");
    }
  }

  @Test
  void areTheSameFileForAsLongAsTheyAreTheSame() throws IOException {
    apache("1.0.0").folder(packages());
    PackageFixture.of("b", "1.0.0").folder(packages());
    run(NOON);
    Object ofApache = inode("feeds/package/apache.atom");
    Object ofB = inode("feeds/package/b.atom");
    apache("1.1.0").folder(packages());

    run(NOON.plusSeconds(1));

    assertThat(inode("feeds/package/b.atom")).isEqualTo(ofB);
    assertThat(inode("generations/000002/feeds/package/b.atom"))
        .isEqualTo(inode("generations/000001/feeds/package/b.atom"))
        .isNotEqualTo(ofB);
    assertThat(inode("feeds/package/apache.atom")).isNotEqualTo(ofApache);
  }

  @Test
  void goWithTheirPackagesAndComeBackWithARollback() throws IOException {
    apache("1.0.0").folder(packages());
    Path b = PackageFixture.of("b", "1.0.0").folder(packages());
    run(NOON);
    Files.delete(b.resolve("docs/README.md"));
    Files.delete(b.resolve("manifest.yml"));
    run(NOON.plusSeconds(1));

    assertThat(feeds()).contains("package/apache.atom").doesNotContain("package/b.atom");
    assertThat(titles("all.atom")).containsExactly("Title of apache 1.0.0");

    Rollback.run(out(), Optional.empty(), Optional.of(NOON.plusSeconds(2)));

    assertThat(titles("all.atom")).containsExactly("Title of b 1.0.0", "Title of apache 1.0.0");
    assertThat(feeds()).contains("package/b.atom");
    run(NOON.plusSeconds(3));
    assertThat(feeds()).doesNotContain("package/b.atom");
    assertThat(Files.readString(out().resolve("changes.json")))
        .contains("\"cursor\":5")
        .doesNotContain("\"cursor\":6");
  }

  @Test
  void tellOfAReplacedVersionWhenItWasNew() throws IOException {
    apache("1.0.0").folder(packages());
    run(NOON);
    apache("1.0.0").file("docs/README.md", "other").folder(packages());

    run(NOON.plusSeconds(60));

    assertThat(Files.readString(out().resolve("changes.json"))).contains("\"kind\":\"changed\"");
    assertThat(feed("package/apache.atom"))
        .contains("<updated>2026-03-04T12:00:00Z</updated>")
        .doesNotContain("12:01");
  }

  @Test
  void areMadeByTheNextRunWhereAnEarlierReleaseGenerated() throws IOException {
    apache("1.0.0").folder(packages());
    run(NOON);
    Files.delete(out().resolve("changes.json"));
    Files.delete(out().resolve("generations/000001/changes.json"));
    for (String feed : feeds()) {
      Files.delete(out().resolve("feeds").resolve(feed));
      Files.delete(out().resolve("generations/000001/feeds").resolve(feed));
    }

    assertThat(run(NOON.plusSeconds(60))).isEqualTo(new Publication.Switched("000002"));

    assertThat(feed("all.atom")).contains("2026-03-04T12:01:00Z");
    assertThat(run(NOON.plusSeconds(120))).isEqualTo(new Publication.AlreadyCurrent("000002"));
  }

  @Test
  void stayAtTheTopAsTheyAreInTheGeneration() throws IOException {
    apache("1.0.0").folder(packages());
    run(NOON);
    Files.delete(out().resolve("feeds/all.atom"));
    Files.writeString(out().resolve("feeds/stray.atom"), "x");
    Files.createDirectories(out().resolve("feeds/other/folder"));

    assertThat(run(NOON)).isEqualTo(new Publication.AlreadyCurrent("000001"));

    assertThat(feeds())
        .containsExactly(
            "all.atom", "category/observability.atom", "category/web.atom", "package/apache.atom");
    assertThat(out().resolve("feeds/other")).doesNotExist();
  }

  private static PackageFixture apache(String version) {
    return PackageFixture.of("apache", version)
        .manifest("categories: [web]\n")
        .file(
            "changelog.yml",
            """
            - version: 1.1.0
              changes:
                - description: New in 1.1.0
                  type: enhancement
                  link: https://example.com/1
            """);
  }

  private Publication run(Instant now) throws IOException {
    return run(now, /* pages= */ true);
  }

  private Publication run(Instant now, boolean pages) throws IOException {
    RunReport report =
        Generator.run(
            new GenerateOptions(
                List.of(packages()),
                out(),
                EnumSet.allOf(ArchiveFormat.class),
                ArchiveFormat.ZIP,
                true,
                false,
                /* mayEmpty= */ true,
                Intake.usual(),
                Optional.empty(),
                pages,
                new Retention(/* older= */ 1, Duration.ZERO),
                Optional.of(now)),
            Progress.NONE);
    return report.publication().orElseThrow(() -> new AssertionError(report.findings()));
  }

  private List<String> feeds() throws IOException {
    Path feeds = out().resolve("feeds");
    try (Stream<Path> files = Files.walk(feeds)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> feeds.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String feed(String path) throws IOException {
    return Files.readString(out().resolve("feeds").resolve(path));
  }

  private List<String> titles(String path) throws IOException {
    return Pattern.compile("<title>([^<]*)</title>")
        .matcher(feed(path))
        .results()
        .skip(1)
        .map(match -> match.group(1))
        .toList();
  }

  private Object inode(String path) throws IOException {
    return Files.getAttribute(out().resolve(path), "unix:ino");
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private Path out() {
    return folder.resolve("public");
  }
}
