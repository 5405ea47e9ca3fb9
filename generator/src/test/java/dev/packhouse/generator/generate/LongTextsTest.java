package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages whose texts are far longer than anybody reads. */
final class LongTextsTest {
  private static final String LONG = "y".repeat(40_000);

  @TempDir private Path folder;

  @Test
  void makeNoLongPagesAndFeedsAndStayAsTheyAreInRecords() throws IOException {
    for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
      longPackage(version).folder(folder.resolve("packages"));
    }
    RunReport report =
        Generator.run(
            new GenerateOptions(
                List.of(folder.resolve("packages")),
                folder.resolve("public"),
                EnumSet.of(ArchiveFormat.ZIP),
                ArchiveFormat.ZIP,
                false,
                false,
                /* mayEmpty= */ true,
                new Intake(
                    /* validated= */ false,
                    /* signed= */ false,
                    /* workers= */ 2,
                    /* caching= */ true),
                Optional.empty(),
                true,
                new Retention(/* older= */ 1, Duration.ZERO),
                Optional.empty()),
            Progress.NONE);

    assertThat(report.publication()).as("%s", report.findings()).isPresent();
    assertThat(longest("feeds")).isLessThan(20_000);
    assertThat(longest("ui/packages")).isLessThan(60_000);
    assertThat(Files.size(folder.resolve("public/ui/data/packages.json"))).isLessThan(2_000);
    assertThat(Files.size(folder.resolve("public/ui/index.html"))).isLessThan(20_000);
    assertThat(folder.resolve("public/records/long/1.2.0.json"))
        .content()
        .contains("\"title\":\"" + LONG + "\"")
        .contains("\"github\":\"" + LONG + "\"");
  }

  private long longest(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("public").resolve(kind))) {
      return files
          .map(Path::toFile)
          .filter(it -> it.isFile())
          .mapToLong(it -> it.length())
          .max()
          .orElseThrow();
    }
  }

  private static PackageFixture longPackage(String version) {
    return PackageFixture.of("long", version)
        .without("manifest.yml")
        .file(
            "manifest.yml",
            """
            format_version: 3.0.0
            name: long
            version: %s
            title: LONG
            description: LONG
            release: LONG
            license: LONG
            source: {license: LONG}
            owner: {github: LONG, type: LONG}
            deprecated: {since: LONG, description: LONG, replaced_by: {package: LONG}}
            vars: [{name: LONG, type: LONG, title: LONG, description: LONG, default: LONG}]
            screenshots: [{src: /img/a.svg, title: LONG, size: LONG, type: LONG}]
            policy_templates:
              - name: LONG
                title: LONG
                description: LONG
                inputs: [{type: LONG, title: LONG, description: LONG}]
            """
                .formatted(version)
                .replace("LONG", LONG))
        .file("img/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file(
            "changelog.yml",
            "- {version: LONG, changes: [{type: LONG, description: LONG, link: 'https://LONG'}]}\n"
                .replace("LONG", LONG))
        .file(
            "data_stream/d/manifest.yml",
            "{title: LONG, type: logs, dataset: LONG, release: LONG}".replace("LONG", LONG))
        .file(
            "data_stream/d/fields/f.yml",
            "- {name: f, type: LONG, description: LONG, unit: LONG}\n".replace("LONG", LONG));
  }
}
