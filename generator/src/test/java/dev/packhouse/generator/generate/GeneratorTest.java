package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class GeneratorTest {
  @TempDir Path folder;

  @Test
  void writesFilesArchivesRecordsAndListings() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("a", "1.1.0").manifest("categories: [security]\n").folder(packages());
    PackageFixture.of("b", "0.1.0").zip(packages());

    RunReport report = run();

    assertThat(report)
        .isEqualTo(
            new RunReport(
                List.of(), List.of(), 3, 3, Optional.of(new Publication.Switched("000001"))));
    assertThat(PublishedFiles.of(out()))
        .containsKeys(
            "current.json",
            "index.json",
            "search.json",
            "search-all.json",
            "categories.json",
            "archives.json",
            "openapi.json",
            "generations/000001/versions.jsonl",
            "package/a/1.0.0/manifest.yml",
            "package/a/1.0.0/docs/README.md",
            "package/b/0.1.0/manifest.yml",
            "epr/a/a-1.1.0.zip",
            "epr/a/a-1.1.0.zip.sha256",
            "epr/a/a-1.1.0.tar.gz",
            "epr/a/a-1.1.0.tar.gz.sha256",
            "epr/b/b-0.1.0.tar.gz",
            "records/a/1.0.0.json",
            "records/a/1.1.0.json",
            "records/b/0.1.0.json");
    assertThat(versions("search.json")).containsExactly("a 1.1.0", "b 0.1.0");
    assertThat(versions("search-all.json")).containsExactly("a 1.0.0", "a 1.1.0", "b 0.1.0");
    assertThat(text("categories.json"))
        .isEqualTo("[{\"id\":\"security\",\"title\":\"Security\",\"count\":1}]");
    assertThat(text("index.json")).startsWith("{\"service.name\":\"package-registry\"");
    assertThat(json("records/b/0.1.0.json").path("release").asString()).isEqualTo("beta");
  }

  @Test
  void changesNothingWhenNothingChanged() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("b", "1.0.0").zip(packages());
    run();
    Map<String, String> before = PublishedFiles.of(out());

    assertThat(run().publication()).contains(new Publication.AlreadyCurrent("000001"));
    assertThat(PublishedFiles.of(out())).isEqualTo(before);
  }

  @Test
  void refusesAVersionWhoseContentChangedUnlessItMayBeReplaced() throws IOException {
    Path changed = PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("b", "1.0.0").folder(packages());
    run();
    Files.writeString(changed.resolve("docs/README.md"), "other");
    Map<String, String> before = PublishedFiles.of(out());

    RunReport refused = run();

    assertThat(refused.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.version.changed");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.file()).isEqualTo(changed.toString());
            });
    assertThat(refused.publication()).isEmpty();
    assertThat(PublishedFiles.of(out())).isEqualTo(before);

    RunReport replaced = Generator.run(options(true, false, packages()), Progress.NONE);

    assertThat(replaced.findings()).isEmpty();
    assertThat(replaced.publication()).contains(new Publication.Switched("000002"));
    assertThat(PublishedFiles.of(out()).keySet())
        .anyMatch(path -> path.matches("revisions/[0-9a-f]+/package/a/1.0.0/docs/README.md"));
  }

  @Test
  void publishesNothingWhereOnePackageIsBad() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("bad", "1.0.0").without("docs/README.md").folder(packages());

    RunReport report = run();

    assertThat(codes(report)).containsExactly("readme.file.missing");
    assertThat(report.publication()).isEmpty();
    assertThat(report.found()).isEqualTo(2);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(out().resolve("current.json")).doesNotExist();
    assertThat(out().resolve("search.json")).doesNotExist();
    assertThat(out().resolve("package")).doesNotExist();
  }

  @Test
  void publishesTheGoodPackagesWhenItKeepsGoing() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("bad", "1.0.0").without("docs/README.md").folder(packages());
    Files.writeString(packages().resolve("worse.zip"), "no zip");
    PackageFixture.of("z", "1.0.0").file("x", "").file("x/y", "").zip(packages());

    RunReport report = Generator.run(options(false, true, packages()), Progress.NONE);

    assertThat(codes(report))
        .containsExactlyInAnyOrder("readme.file.missing", "zip.damaged", "zip.entry.duplicate");
    assertThat(report.hasErrors()).isTrue();
    assertThat(versions("search-all.json")).containsExactly("a 1.0.0");
    assertThat(out().resolve("package/bad")).doesNotExist();
  }

  /** A package that goes away under the eyes is one that not even root can read. */
  @Test
  void keepsWhatIsPublishedOfAPackageThatCannotBeRead() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    Path gone = PackageFixture.of("b", "1.0.0").folder(packages());
    Path goneZip = PackageFixture.of("c", "1.0.0").zip(packages());
    run();
    PackageFixture.of("a", "1.1.0").folder(packages());

    RunReport report =
        Generator.run(options(false, true, packages()), new Vanishing(List.of(gone, goneZip)));

    assertThat(report.findings())
        .extracting(Finding::code, Finding::file)
        .containsExactly(
            tuple("package.file.unreadable", gone.toString()),
            tuple("package.file.unreadable", goneZip.toString()));
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(versions("search-all.json"))
        .containsExactly("a 1.0.0", "a 1.1.0", "b 1.0.0", "c 1.0.0");
  }

  @Test
  void publishesNothingWhereAPackageCannotBeRead() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    Path gone = PackageFixture.of("b", "1.0.0").folder(packages());

    RunReport report =
        Generator.run(options(false, false, packages()), new Vanishing(List.of(gone)));

    assertThat(codes(report)).containsExactly("package.file.unreadable");
    assertThat(report.publication()).isEmpty();
  }

  /** Whatever is published may be there. */
  @Test
  void publishesNothingWhereItIsNotKnownWhichPackagesThereAre() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    run();
    PackageFixture.of("a", "1.1.0").folder(packages());
    Path tail = Files.createDirectories(folder.resolve("e".repeat(200)));
    Files.createDirectories(tail.resolve(("e".repeat(200) + "/").repeat(12)));
    Path head = packages().resolve(("d".repeat(200) + "/").repeat(9));
    Files.createDirectories(head);

    // The system refuses paths that are as long as those below here are then.
    Files.move(tail, head.resolve("x"));
    RunReport report = Generator.run(options(false, true, packages()), Progress.NONE);
    Files.move(head.resolve("x"), tail);

    assertThat(codes(report)).containsExactly("package.file.unreadable");
    assertThat(report.publication()).isEmpty();
    assertThat(versions("search-all.json")).containsExactly("a 1.0.0");
  }

  @Test
  void dropsWhatIsGoneFromTheInput() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    Path gone = PackageFixture.of("a", "1.1.0").zip(packages());
    run();
    Files.delete(gone);

    assertThat(run().publication()).contains(new Publication.Switched("000002"));
    assertThat(versions("search-all.json")).containsExactly("a 1.0.0");
    assertThat(versions("search.json")).containsExactly("a 1.0.0");
  }

  @Test
  void refusesTwoOfOneVersionUnderOneRoot() throws IOException {
    PackageFixture.of("a", "1.0.0").folderAt(packages().resolve("one/a"));
    Path second = PackageFixture.of("a", "1.0.0").folderAt(packages().resolve("two/a"));

    RunReport report = run();

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.version.duplicate");
              assertThat(finding.file()).isEqualTo(second.toString());
              assertThat(finding.message()).contains("one/a");
            });
    assertThat(report.publication()).isEmpty();
  }

  @Test
  void takesAVersionFromTheFirstRootThatHasIt() throws IOException {
    Path first = folder.resolve("first");
    PackageFixture.of("a", "1.0.0").file("docs/README.md", "first").folder(first);
    Path hidden = PackageFixture.of("a", "1.0.0").zip(packages());
    PackageFixture.of("b", "1.0.0").folder(packages());

    RunReport report = Generator.run(options(false, false, first, packages()), Progress.NONE);

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.version.hidden");
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.file()).isEqualTo(hidden.toString());
            });
    assertThat(report.found()).isEqualTo(2);
    assertThat(text("package/a/1.0.0/docs/README.md")).isEqualTo("first");
  }

  @Test
  void keepsVersionsApartThatDifferInTheirBuildOnly() throws IOException {
    PackageFixture.of("a", "1.0.0+one").folderAt(packages().resolve("one"));
    PackageFixture.of("a", "1.0.0+two").folderAt(packages().resolve("two"));

    assertThat(run().findings()).isEmpty();
    assertThat(versions("search-all.json")).containsExactlyInAnyOrder("a 1.0.0+one", "a 1.0.0+two");
  }

  @Test
  void writesTheDeprecationOfTheNewestVersionIntoAll() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("a", "1.10.0").manifest(deprecated("newest")).folder(packages());
    PackageFixture.of("a", "1.9.0").manifest(deprecated("older")).folder(packages());
    PackageFixture.of("b", "1.0.0").folder(packages());

    run();

    for (JsonNode version : json("search-all.json")) {
      String expected = version.path("name").asString().equals("a") ? "newest" : "";
      assertThat(version.path("deprecated").path("description").asString("")).isEqualTo(expected);
    }
    for (String version : List.of("1.0.0", "1.9.0", "1.10.0")) {
      assertThat(json("records/a/" + version + ".json").path("deprecated").path("description"))
          .as(version)
          .hasToString("\"newest\"");
    }
    assertThat(json("records/b/1.0.0.json").has("deprecated")).isFalse();
  }

  @Test
  void publishesAZipAndItsSignatureByteForByte() throws IOException {
    Path zip = PackageFixture.of("a", "1.0.0").zip(packages());
    Path signature = Files.writeString(packages().resolve("a-1.0.0.zip.sig"), "signature\n");

    run();

    assertThat(out().resolve("epr/a/a-1.0.0.zip")).hasSameBinaryContentAs(zip);
    assertThat(out().resolve("epr/a/a-1.0.0.zip.sig")).hasSameBinaryContentAs(signature);
    assertThat(json("search.json").get(0).path("signature_path").asString())
        .isEqualTo("/epr/a/a-1.0.0.zip.sig");
    assertThat(text("package/a/1.0.0/docs/README.md")).isEqualTo("# a\n");
  }

  @Test
  void namesNoSignatureWhereTheZipIsNotPublished() throws IOException {
    PackageFixture.of("a", "1.0.0").zip(packages());
    Files.writeString(packages().resolve("a-1.0.0.zip.sig"), "signature\n");

    Generator.run(
        new GenerateOptions(
            List.of(packages()),
            out(),
            EnumSet.of(ArchiveFormat.TAR_GZ),
            ArchiveFormat.TAR_GZ,
            false,
            false),
        Progress.NONE);

    JsonNode record = json("search.json").get(0);
    assertThat(record.path("download").asString()).isEqualTo("/epr/a/a-1.0.0.tar.gz");
    assertThat(record.has("signature_path")).isFalse();
    assertThat(PublishedFiles.of(out()).keySet()).noneMatch(it -> it.contains(".zip"));
  }

  @Test
  void notesASignatureBesideAFolder() throws IOException {
    Path version = PackageFixture.of("a", "1.0.0").folder(packages());
    Files.writeString(version.resolveSibling("1.0.0.sig"), "signature");

    RunReport report = run();

    assertThat(codes(report)).containsExactly("package.signature.unused");
    assertThat(report.publication()).isPresent();
    assertThat(PublishedFiles.of(out()).keySet()).noneMatch(it -> it.endsWith(".sig"));
    assertThat(text("search.json")).doesNotContain("signature");
  }

  @Test
  void publishesAnEmptyRegistryOfNoPackages() throws IOException {
    Files.createDirectories(packages());

    RunReport report = run();

    assertThat(report.found()).isZero();
    assertThat(report.publication()).contains(new Publication.Switched("000001"));
    for (String listing : List.of("search.json", "search-all.json", "categories.json")) {
      assertThat(text(listing)).as(listing).isEqualTo("[]");
    }
  }

  @Test
  void refusesAZipWhoseFolderIsCalledOtherwise() throws IOException {
    PackageFixture.of("a", "1.0.0").zipAt(packages().resolve("a-1.0.0.zip"), "a");

    assertThat(codes(run())).containsExactly("zip.top_folder.mismatch");
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("bad", "x").folder(packages());
    AtomicInteger all = new AtomicInteger();
    AtomicInteger steps = new AtomicInteger();

    Generator.run(
        options(false, false, packages()),
        new Progress() {
          @Override
          public void start(int packages) {
            all.set(packages);
          }

          @Override
          public void step() {
            steps.incrementAndGet();
          }
        });

    assertThat(all).hasValue(2);
    assertThat(steps).hasValue(2);
  }

  @Test
  void leavesTheRegistryWholeWhereARootIsMissing() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    run();
    Map<String, String> before = PublishedFiles.of(out());

    assertThatThrownBy(
            () ->
                Generator.run(
                    options(false, false, packages(), folder.resolve("missing")), Progress.NONE))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(PublishedFiles.of(out())).isEqualTo(before);
  }

  @Test
  void refusesToNameAnArchiveThatIsNotMade() {
    assertThatThrownBy(
            () ->
                new GenerateOptions(
                    List.of(),
                    out(),
                    EnumSet.of(ArchiveFormat.ZIP),
                    ArchiveFormat.TAR_GZ,
                    false,
                    false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsTheSameWhenItOnlyValidates() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(packages());
    PackageFixture.of("bad", "1.0.0").without("docs/README.md").folder(packages());
    PackageFixture.of("bad", "1.0.0").without("docs/README.md").zip(packages());

    RunReport validated =
        Validator.run(
            new ValidateOptions(
                List.of(packages()),
                Profile.REGISTRY,
                Intake.usual(),
                new ExcuseSources(Optional.empty(), Optional.empty(), LocalDate.EPOCH)),
            Progress.NONE);

    assertThat(validated).isEqualTo(run());
    assertThat(codes(validated))
        .containsExactlyInAnyOrder("package.version.duplicate", "readme.file.missing");
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private Path out() {
    return folder.resolve("public");
  }

  private RunReport run() throws IOException {
    return Generator.run(options(false, false, packages()), Progress.NONE);
  }

  private GenerateOptions options(boolean replace, boolean keepGoing, Path... roots) {
    return new GenerateOptions(
        List.of(roots),
        out(),
        EnumSet.allOf(ArchiveFormat.class),
        ArchiveFormat.ZIP,
        replace,
        keepGoing);
  }

  private static String deprecated(String description) {
    return "deprecated: {since: 1.0.0, description: " + description + "}\n";
  }

  private static List<String> codes(RunReport report) {
    return report.findings().stream().map(Finding::code).toList();
  }

  private List<String> versions(String listing) throws IOException {
    return json(listing)
        .valueStream()
        .map(it -> it.path("name").asString() + " " + it.path("version").asString())
        .toList();
  }

  private JsonNode json(String path) throws IOException {
    return JsonMapper.shared().readTree(text(path));
  }

  private String text(String path) throws IOException {
    return Files.readString(out().resolve(path));
  }
}
