package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageFinderTest {
  @TempDir private Path elsewhere;

  @TempDir Path root;

  @Test
  void findsFoldersAndZipsAtAnyDepth() throws IOException {
    PackageFixture.of("b", "1.0.0").folderAt(root.resolve("b"));
    PackageFixture.of("a", "1.0.0").folderAt(root.resolve("x/y/z/a"));
    PackageFixture.of("c", "2.0.0").zip(root.resolve("x/y"));
    Files.writeString(root.resolve("README.md"), "text");
    Files.createDirectories(root.resolve("empty"));

    PackageFinder.Found found = PackageFinder.find(List.of(root));

    assertThat(found.findings()).isEmpty();
    assertThat(found.packages())
        .extracting(it -> root.relativize(Path.of(it.source().display())).toString())
        .containsExactly("b", "x/y/c-2.0.0.zip", "x/y/z/a");
    assertThat(found.packages())
        .extracting(it -> it.name().orElse("") + " " + it.version().orElse(""))
        .containsExactly("b 1.0.0", "c 2.0.0", "a 1.0.0");
  }

  @Test
  void findsNothingInAnEmptyFolder() throws IOException {
    assertThat(PackageFinder.find(List.of(root)))
        .isEqualTo(new PackageFinder.Found(List.of(), List.of(), Set.of()));
  }

  @Test
  void looksForNoPackageInsideAPackage() throws IOException {
    Path outer = PackageFixture.of("outer", "1.0.0").folder(root);
    PackageFixture.of("inner", "1.0.0").folderAt(outer.resolve("_dev/build/inner"));
    PackageFixture.of("packed", "1.0.0").zip(outer.resolve("_dev"));

    assertThat(names(root)).containsExactly("outer");
  }

  @Test
  void notesAManifestOfSomethingElseAndLooksBelowIt() throws IOException {
    Files.writeString(root.resolve("manifest.yml"), "start_url: /\n");
    PackageFixture.of("a", "1.0.0").folder(root);

    PackageFinder.Found found = PackageFinder.find(List.of(root));

    assertThat(found.packages()).hasSize(1);
    assertThat(found.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.manifest.other");
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.file()).isEqualTo(root + "/manifest.yml");
            });
  }

  @Test
  void expectsNoPackageInTheManifestOfADataStream() throws IOException {
    Path dataStream = Files.createDirectories(root.resolve("a/data_stream/log"));
    Files.writeString(dataStream.resolve("manifest.yml"), "title: Log\ntype: logs\n");

    assertThat(PackageFinder.find(List.of(root, dataStream)))
        .isEqualTo(new PackageFinder.Found(List.of(), List.of(), Set.of()));
  }

  @Test
  void takesAManifestThatCannotBeReadForThatOfAPackage() throws IOException {
    Files.writeString(Files.createDirectory(root.resolve("a")).resolve("manifest.yml"), "[");
    Files.writeString(Files.createDirectory(root.resolve("b")).resolve("manifest.yml"), "");
    Files.writeString(root.resolve("c.zip"), "no zip");

    assertThat(PackageFinder.find(List.of(root)).packages())
        .allMatch(it -> it.name().isEmpty() && it.version().isEmpty())
        .hasSize(3);
  }

  @Test
  void takesNamesAndVersionsThatYamlReadsAsNumbers() throws IOException {
    Files.writeString(root.resolve("manifest.yml"), "name: 1\nversion: 2\n");

    assertThat(PackageFinder.find(List.of(root)).packages())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.name()).contains("1");
              assertThat(it.version()).contains("2");
            });
  }

  @Test
  void refusesASignatureThatIsALinkOutOfThePackagesOrNoSignature() throws IOException {
    Path zip = PackageFixture.of("a", "1.0.0").zip(root);
    Path signature = zip.resolveSibling(zip.getFileName() + ".sig");
    Path secret = Files.writeString(Files.createTempFile(elsewhere, "secret", ""), "secret");
    Files.createSymbolicLink(signature, secret);

    assertThat(signatureFinding()).isEqualTo("package.link.outside");

    Files.delete(signature);
    Files.write(signature, new byte[100_000]);

    assertThat(signatureFinding()).isEqualTo("package.signature.size");
  }

  private String signatureFinding() throws IOException {
    PackageFinder.Found found = PackageFinder.find(List.of(root));
    assertThat(found.packages())
        .singleElement()
        .satisfies(it -> assertThat(((RawPackage.Source.Zip) it.source()).signature()).isEmpty());
    assertThat(found.findings()).singleElement().satisfies(it -> assertThat(it.isError()).isTrue());
    return found.findings().getFirst().code();
  }

  @Test
  void findsAManifestOrZipThatIsNoFile() throws IOException {
    Files.createDirectories(root.resolve("a/manifest.yml"));
    Files.createSymbolicLink(root.resolve("b.zip"), Path.of("/dev/null"));

    assertThat(PackageFinder.find(List.of(root)).findings())
        .extracting(Finding::code)
        .containsExactly("package.file.special", "package.file.special");
  }

  @Test
  void seesWhichPackagesAreDeprecated() throws IOException {
    PackageFixture.of("a", "1.0.0").manifest("deprecated.since: 1.0.0\n").folder(root);
    PackageFixture.of("b", "1.0.0").manifest("deprecated: {since: 1.0.0}\n").folder(root);
    PackageFixture.of("c", "1.0.0").manifest("deprecated_not: 1\n").folder(root);

    assertThat(PackageFinder.find(List.of(root)).packages())
        .extracting(FoundPackage::deprecates)
        .containsExactly(true, true, false);
  }

  @Test
  void takesARootThatIsItselfAPackageOrAZip() throws IOException {
    Path folder = PackageFixture.of("a", "1.0.0").folder(root);
    Path zip = PackageFixture.of("b", "1.0.0").zip(root);

    assertThat(PackageFinder.find(List.of(zip, folder)).packages())
        .extracting(it -> it.source().display(), FoundPackage::root)
        .containsExactly(tuple(zip.toString(), 0), tuple(folder.toString(), 1));
  }

  @Test
  void keepsTheOrderOfTheRoots() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(root.resolve("a"));
    PackageFixture.of("b", "1.0.0").folder(root.resolve("b"));

    assertThat(names(root.resolve("b"), root.resolve("a"))).containsExactly("b", "a");
  }

  @Test
  void failsForARootThatIsMissingOrHoldsNoPackages() throws IOException {
    assertThatThrownBy(() -> PackageFinder.find(List.of(root, root.resolve("missing"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("missing");
    Path text = Files.writeString(root.resolve("text.md"), "text");

    assertThatThrownBy(() -> PackageFinder.find(List.of(text)))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("text.md");
  }

  @Test
  void findsTheOthersWhereAFolderCannotBeRead() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(root);
    Path closed = Files.createDirectory(root.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(closed)).as("not run by root").isFalse();

    assertUnread(closed, PackageFinder.find(List.of(root)));
  }

  /** A file that goes away under the eyes is one that not even root can read. */
  @Test
  void findsTheOthersWhereAManifestCannotBeRead() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(root);
    Path gone = PackageFixture.of("b", "1.0.0").folder(root).resolve("manifest.yml");

    assertUnread(gone, PackageFinder.find(List.of(root), forgetting(gone)));
  }

  @Test
  void findsTheOthersWhereAZipCannotBeRead() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(root);
    Path gone = PackageFixture.of("b", "1.0.0").zip(root);

    assertUnread(gone, PackageFinder.find(List.of(root), forgetting(gone)));
  }

  private static PackageFinder.Earlier forgetting(Path file) {
    return source -> {
      if (file.startsWith(source.path())) {
        Files.delete(file);
      }
      return Optional.empty();
    };
  }

  private void assertUnread(Path path, PackageFinder.Found found) {
    assertThat(found.unread()).containsExactly(0);
    assertThat(found.packages())
        .extracting(it -> it.source().path())
        .containsExactly(root.resolve("a/1.0.0"));
    assertThat(found.findings())
        .singleElement()
        .returns("package.file.unreadable", Finding::code)
        .returns(path.toString(), Finding::file);
  }

  @Test
  void followsARootThatIsALinkAndNoLinkBelowIt() throws IOException {
    Path real = root.resolve("real");
    PackageFixture.of("a", "1.0.0").folder(real);
    Path link = Files.createSymbolicLink(root.resolve("link"), real);
    Files.createSymbolicLink(real.resolve("circle"), real);

    PackageFinder.Found found = PackageFinder.find(List.of(link));

    assertThat(found.packages())
        .extracting(it -> it.source().display())
        .containsExactly(link + "/a/1.0.0");
    assertThat(found.findings()).extracting(Finding::code).containsExactly("package.link.folder");
  }

  @Test
  void followsALinkToAZip() throws IOException {
    Path zip = PackageFixture.of("a", "1.0.0").zip(root.resolve("store"));
    Path packages = Files.createDirectory(root.resolve("packages"));
    Files.createSymbolicLink(packages.resolve("a.zip"), zip);

    assertThat(names(packages)).containsExactly("a");
  }

  @Test
  void warnsOfALinkThatLeadsToNothing() throws IOException {
    Files.createSymbolicLink(root.resolve("a"), Path.of("nothing"));
    Files.createSymbolicLink(root.resolve("b.zip"), Path.of("nothing"));

    assertThat(PackageFinder.find(List.of(root)).findings())
        .extracting(Finding::code)
        .containsExactly("package.link.broken", "package.link.broken");
  }

  @Test
  void findsTheSignatureBesideAZip() throws IOException {
    Path zip = PackageFixture.of("a", "1.0.0").zip(root);
    Path signature = Files.writeString(root.resolve(zip.getFileName() + ".sig"), "signature");

    assertThat(PackageFinder.find(List.of(root)).packages())
        .singleElement()
        .satisfies(
            it ->
                assertThat(((RawPackage.Source.Zip) it.source()).signature()).contains(signature));
  }

  @Test
  void notesASignatureBesideAFolder() throws IOException {
    Path folder = PackageFixture.of("a", "1.0.0").folder(root);
    Files.writeString(folder.resolveSibling("1.0.0.sig"), "signature");

    assertThat(PackageFinder.find(List.of(root)).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.signature.unused");
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.file()).isEqualTo(folder + ".sig");
            });
  }

  @Test
  void waitsForNoPipe() throws Exception {
    Path manifest = Files.createDirectory(root.resolve("a")).resolve("manifest.yml");
    Process made =
        new ProcessBuilder("mkfifo", manifest.toString(), root.resolve("b.zip").toString()).start();
    assumeThat(made.waitFor()).isZero();

    assertThat(PackageFinder.find(List.of(root)).packages()).isEmpty();
  }

  private static List<String> names(Path... roots) throws IOException {
    return PackageFinder.find(List.of(roots)).packages().stream()
        .map(it -> it.name().orElse(""))
        .toList();
  }
}
