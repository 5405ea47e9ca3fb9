package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderScannerTest {
  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void writePackage() throws IOException {
    folder = PackageFixture.of("p", "1.0.0").folder(temp.resolve("packages"));
  }

  @Test
  void looksNoDeeperThanPathsCanBeLong() throws IOException {
    Path deep = folder;
    for (int level = 0; level < 40; level++) {
      deep = deep.resolve("a".repeat(40));
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("file"), "");

    try (RawPackage raw = scan()) {
      assertThat(raw.findings())
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.code()).isEqualTo("package.file.name");
                assertThat(it.file()).isEqualTo(folder.toString());
                assertThat(it.isError()).isTrue();
              });
      assertThat(raw.folders()).hasSizeLessThan(40);
    }
  }

  @Test
  void listsFilesAndFolders() throws IOException {
    Files.createDirectories(folder.resolve("empty/deeper"));
    Files.writeString(folder.resolve(".hidden"), "text");

    try (RawPackage raw = scan()) {
      assertThat(raw.files()).containsOnlyKeys(".hidden", "docs/README.md", "manifest.yml");
      assertThat(raw.folders()).containsExactly("docs", "empty", "empty/deeper");
      assertThat(raw.topFolder()).isEmpty();
      assertThat(raw.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/README.md", "./docs/../docs/README.md", "../1.0.0/docs/README.md"})
  void takesALinkToAFileInsideForThatFile(String target) throws IOException {
    link("copy.md", target);

    try (RawPackage raw = scan()) {
      assertThat(raw.findings()).isEmpty();
      assertThat(raw.files()).containsKey("copy.md");
      PackageFile copy = Objects.requireNonNull(raw.files().get("copy.md"));
      assertThat(copy.size()).isEqualTo(Files.size(folder.resolve("docs/README.md")));
      try (InputStream in = copy.content().open()) {
        assertThat(in).hasContent("# p");
      }
    }
  }

  @Test
  void takesAnAbsoluteLinkToAFileInsideForThatFile() throws IOException {
    link("copy.md", folder.resolve("manifest.yml").toAbsolutePath().toString());

    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "../../../secret.txt, package.link.outside",
    "../../../nothing.txt, package.link.outside",
    "/etc/passwd, package.link.outside",
    "/nowhere/at/all, package.link.outside",
    "../../.., package.link.outside",
    "docs/nothing.md, package.link.invalid",
    "link, package.link.invalid",
    "./link/x, package.link.invalid",
    "manifest.yml/below, package.link.invalid"
  })
  void refusesLinksThatLeadNowhereOrOutside(String target, String code) throws IOException {
    Files.writeString(temp.resolve("secret.txt"), "secret");
    link("link", target);

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.file()).isEqualTo(folder + "/link");
            });
  }

  @Test
  void refusesALinkThatLeadsOutsideOverAnotherLink() throws IOException {
    Files.writeString(temp.resolve("secret.txt"), "secret");
    link("docs/first", "../second");
    link("second", "../../../secret.txt");

    assertThat(findings())
        .extracting(Finding::code)
        .containsExactly("package.link.outside", "package.link.outside");
  }

  @Test
  void tellsBrokenLinksFromThoseOutsideHoweverTheFolderIsNamed() throws IOException {
    link("link", "nothing.md");
    Path named = folder.resolve("docs/..");
    RawPackage.Source source = new RawPackage.Source.Folder(named.toString(), named);

    try (RawPackage raw = PackageReader.read(source)) {
      assertThat(raw.findings()).extracting(Finding::code).containsExactly("package.link.invalid");
    }
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
    try (RawPackage raw =
        PackageReader.read(new RawPackage.Source.Folder(relative.toString(), relative))) {
      assertThat(raw.findings()).extracting(Finding::code).containsExactly("package.link.invalid");
      assertThat(raw.files()).containsKey("docs/README.md");
    }
  }

  @Test
  void stopsWhereAPackageHasMoreFilesThanAnybodyMade() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 65_536; i++) {
      Files.createFile(many.resolve(Integer.toString(i)));
    }

    assertThat(findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("package.files_limit"));
  }

  @Test
  void leavesOutALinkToAFolderWithAWarning() throws IOException {
    link("other", "docs");

    try (RawPackage raw = scan()) {
      assertThat(raw.findings()).extracting(Finding::code).containsExactly("package.link.folder");
      assertThat(raw.findings()).noneMatch(Finding::isError);
      assertThat(raw.files()).containsOnlyKeys("docs/README.md", "manifest.yml");
    }
  }

  @Test
  void refusesAPipe() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    assumeThat(made.waitFor()).isZero();

    assertThat(findings()).extracting(Finding::code).containsExactly("package.file.special");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\b", "a\nb", "a\u001bb", "a\u007fb", "fol\\der/file"})
  void refusesNamesThatNotAllSystemsHave(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "text");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.file.name");
              assertThat(finding.toString().chars()).noneMatch(Character::isISOControl);
            });
  }

  @Test
  void refusesPathsThatAreTooLong() throws IOException {
    Path deep = folder;
    for (int level = 0; level < 5; level++) {
      deep = deep.resolve("d".repeat(200));
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("file"), "text");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.file.name");
              assertThat(finding.file()).isEqualTo(folder.toString());
              assertThat(finding.message()).startsWith("The path of a file is too long: ddd");
            });
  }

  @Test
  void refusesNamesThatAreNoUtf8() throws Exception {
    Process made =
        new ProcessBuilder("sh", "-c", "touch \"$(printf 'a\\377b')\"")
            .directory(folder.toFile())
            .start();
    assumeThat(made.waitFor()).isZero();

    assertThat(findings()).extracting(Finding::code).containsExactly("package.file.name");
  }

  @Test
  void hidesControlCharactersOfALinksName() throws IOException {
    link("a\nb", "nothing");

    assertThat(findings())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.toString()).contains("/a\ufffdb: error: "));
  }

  @Test
  void warnsOfNamesThatDifferOnlyInCase() throws IOException {
    Files.writeString(folder.resolve("docs/readme.md"), "text");
    assumeThat(Files.readString(folder.resolve("docs/README.md"))).isNotEqualTo("text");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("package.file.case");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            });
  }

  @Test
  void failsAtAFolderThatCannotBeRead() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(closed)).as("not run by root").isFalse();

    assertThatThrownBy(this::scan)
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            unreadable ->
                assertThat(unreadable.finding().toString())
                    .startsWith(closed + ": error: This cannot be read: there is no permission."));
  }

  @Test
  void failsAtAFileThatCannotBeReadThoughNobodyLooksIntoIt() throws IOException {
    Path closed = Files.writeString(folder.resolve("x.png"), "x");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(closed)).as("not run by root").isFalse();

    assertThatThrownBy(this::scan)
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage("cannot read " + closed);
  }

  @Test
  void saysWhichFileIsGoneWhenItIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("x.yml"), "x: y");
    try (RawPackage raw = scan()) {
      Files.delete(folder.resolve("x.yml"));

      assertThatThrownBy(() -> raw.documents().read("x.yml"))
          .isInstanceOfSatisfying(
              UnreadableFileException.class,
              unreadable ->
                  assertThat(unreadable.finding())
                      .returns("package.file.unreadable", Finding::code)
                      .returns(folder + "/x.yml", Finding::file)
                      .returns(
                          "This cannot be read: there is no such file or folder.",
                          Finding::message));
    }
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(path), Path.of(target));
  }

  private List<Finding> findings() throws IOException {
    try (RawPackage raw = scan()) {
      return raw.findings();
    }
  }

  private RawPackage scan() throws IOException {
    return PackageReader.read(new RawPackage.Source.Folder(folder.toString(), folder));
  }
}
