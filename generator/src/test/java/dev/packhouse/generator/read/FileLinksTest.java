package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.LinkedFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLinksTest {
  /** SHA-256 of {@link #CONTENT}. */
  private static final String SUM =
      "e8c628edc9968ef0c668f54e0ba2636b35503357eb1aca0ddc828aeace432f67";

  private static final String CONTENT = "{\"a\": 1}\n";

  @TempDir Path folder;

  @Test
  void readsTheTargetInPlaceOfTheLink() throws IOException {
    PackageFixture fixture = fixture("../shared/a.json " + SUM).file("shared/a.json", CONTENT);

    assertThat(read(fixture)).isInstanceOf(Document.Parsed.class);
  }

  @Test
  void knowsWhereTheContentStands() throws IOException {
    Path made = fixture("../shared/a.json " + SUM).file("shared/a.json", CONTENT).folder(folder);
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      assertThat(raw.documents().origin("x/a.json.link")).isEqualTo("x/a.json.link");
      raw.documents().read("x/a.json.link");
      assertThat(raw.documents().origin("x/a.json.link")).isEqualTo("shared/a.json");
    }
  }

  @Test
  void readsATargetElsewhereInTheRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(folder.resolve("a.json"), CONTENT);

    assertThat(read(fixture("../../../a.json " + SUM))).isInstanceOf(Document.Parsed.class);
  }

  @Test
  void namesATargetThatCannotBeReadAsItsUserKnowsIt() throws IOException {
    Path made = fixture("../shared/a.json " + SUM).file("shared/a.json", CONTENT).folder(folder);
    RawPackage.Source source = new RawPackage.Source.Folder("packages/a", made);
    try (RawPackage raw = PackageReader.read(source)) {
      LinkedFile.Found found = (LinkedFile.Found) raw.documents().follow("x/a.json.link");
      Files.delete(made.resolve("shared/a.json"));

      assertThatExceptionOfType(UnreadableFileException.class)
          .isThrownBy(() -> found.file().content().open())
          .satisfies(it -> assertThat(it.finding().file()).isEqualTo("packages/a/shared/a.json"));
    }
  }

  @Test
  void leavesAloneWhatLiesOutsideOfThePackageWhereThereIsNoRepository() throws IOException {
    Files.writeString(folder.resolve("a.json"), CONTENT);

    assertThat(code(fixture("../../../a.json " + SUM))).isEqualTo("link.target.outside");
  }

  @Test
  void leavesAloneWhatASymbolicLinkLeadsToOutsideOfThePackage() throws IOException {
    Path outside = Files.writeString(folder.resolve("a.json"), CONTENT);
    Path made = fixture("a.json " + SUM).folder(folder);
    Files.createSymbolicLink(made.resolve("x/a.json"), outside);

    assertThat(code(made)).isEqualTo("link.target.outside");
  }

  @Test
  void takesAnAbsolutePathAsOneFromTheFolderOfTheLink() throws IOException {
    assertThat(code(fixture("/etc/hostname " + SUM))).isEqualTo("link.target.missing");
  }

  @Test
  void refusesAFolderAsTarget() throws IOException {
    assertThat(code(fixture("../docs " + SUM))).isEqualTo("link.target.missing");
  }

  /** Reading that many zeros would take minutes. */
  @Test
  void readsNoTargetThatIsTooLargeForAnyPackage() throws IOException {
    Path made = fixture("../shared/a.json " + SUM).file("shared/a.json", "").folder(folder);
    try (RandomAccessFile sparse =
        new RandomAccessFile(made.resolve("shared/a.json").toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(code(made)).isEqualTo("file.size_limit"));
  }

  @Test
  void readsNoTargetsThatAreTooLargeTogetherForAnyPackage() throws IOException {
    Path made =
        fixture("../shared/a.json " + SUM)
            .file("x/b.json.link", "../shared/b.json " + SUM)
            .file("x/c.json.link", "../shared/a.json " + SUM)
            .file("shared/a.json", "")
            .file("shared/b.json", "")
            .folder(folder);
    for (String name : List.of("a.json", "b.json")) {
      try (RandomAccessFile sparse =
          new RandomAccessFile(made.resolve("shared").resolve(name).toFile(), "rw")) {
        sparse.setLength(126L * 1024 * 1024);
      }
    }

    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      assertThat(code(raw.documents().read("x/a.json.link"))).isEqualTo("link.checksum.mismatch");
      assertThat(code(raw.documents().read("x/b.json.link"))).isEqualTo("file.size_limit");
      assertThat(code(raw.documents().read("x/c.json.link"))).isEqualTo("link.checksum.mismatch");
    }
  }

  @Test
  void refusesAPathThatNoSystemHas() throws IOException {
    assertThat(code(fixture("a\0b " + SUM))).isEqualTo("link.target.outside");
  }

  @Test
  void refusesALinkWithoutASum() throws IOException {
    assertThat(code(fixture("../shared/a.json").file("shared/a.json", CONTENT)))
        .isEqualTo("link.checksum.mismatch");
  }

  @Test
  void refusesALinkWithWordsBehindTheSum() throws IOException {
    assertThat(code(fixture("../shared/a.json " + SUM + " x").file("shared/a.json", CONTENT)))
        .isEqualTo("link.checksum.mismatch");
  }

  @Test
  void refusesALinkInAZip() throws IOException {
    Path zip = fixture("../shared/a.json " + SUM).file("shared/a.json", CONTENT).zip(folder);
    try (RawPackage raw =
        PackageReader.read(new RawPackage.Source.Zip(zip.toString(), zip, Optional.empty()))) {
      assertThat(code(raw.documents().read("x/a.json.link"))).isEqualTo("link.target.outside");
    }
  }

  @Test
  void givesThePlaceOfATextToAllOfTheJsonInIt() throws IOException {
    Path made = PackageFixture.of("a", "1.0.0").file("a.json", "\n\"[\\n1]\"").folder(folder);
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      Document.Parsed whole = (Document.Parsed) raw.documents().read("a.json");
      Value.Text text = (Value.Text) whole.value();
      Document.Parsed inner = (Document.Parsed) raw.documents().readJson("a.json", text);

      Value one = ((Value.Sequence) inner.value()).items().getFirst();
      assertThat(one.kind()).isEqualTo("a number");
      assertThat(one.place()).isEqualTo(text.place());
    }
  }

  private static PackageFixture fixture(String link) {
    return PackageFixture.of("a", "1.0.0").file("x/a.json.link", link);
  }

  private Document read(PackageFixture fixture) throws IOException {
    return read(fixture.folder(folder));
  }

  private String code(PackageFixture fixture) throws IOException {
    return code(fixture.folder(folder));
  }

  private static String code(Path made) throws IOException {
    return code(read(made));
  }

  private static String code(Document document) {
    return ((Document.Broken) document).finding().code();
  }

  private static Document read(Path made) throws IOException {
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      return raw.documents().read("x/a.json.link");
    }
  }
}
