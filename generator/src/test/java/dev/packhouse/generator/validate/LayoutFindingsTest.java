package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of files that are missing, or that lie where they should not. */
final class LayoutFindingsTest {
  private static final PackageNames NAMES = new PackageNames("a", "A", "acme/web");

  @TempDir Path folder;

  @BeforeEach
  void makeAPackageThatIsFine() throws IOException {
    PackageTemplate template = PackageTemplate.find("integration").orElseThrow();
    String format = FormatVersion.newest().version().text();
    for (Map.Entry<String, String> file : template.files(NAMES, format).entrySet()) {
      write(file.getKey(), file.getValue());
    }
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "changelog.yml     | changelog.yaml      | Rename changelog.yaml to changelog.yml.",
        "changelog.yml     | chanelog.yml        | Rename chanelog.yml to changelog.yml.",
        "docs/README.md    | README.md           | Move README.md to docs/README.md.",
        "docs/README.md    | docs/Readme.md      | Rename docs/Readme.md to README.md.",
        "docs/README.md    | dcs/README.md       | Rename dcs to docs.",
      })
  void saysWhereWhatIsMissingLiesInstead(String wanted, String found, String fix)
      throws IOException {
    String text = Files.readString(folder.resolve(wanted));
    Files.delete(folder.resolve(wanted));
    if (wanted.startsWith("docs/")) {
      Files.delete(folder.resolve("docs"));
    }
    write(found, text);

    assertThat(findings())
        .filteredOn(it -> it.code().equals("file.name.missing"))
        .singleElement()
        .returns(folder + "/" + wanted, Finding::file)
        .returns(fix, Finding::fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifest.yml | manifest.yaml | Rename data_stream/log/manifest.yaml to manifest.yml.",
        "fields       | field         | Rename data_stream/log/field to fields.",
      })
  void saysTheSameOfWhatIsMissingAndOfWhatLiesInItsPlace(String wanted, String found, String fix)
      throws IOException {
    Path stream = folder.resolve("data_stream/log");
    Files.move(stream.resolve(wanted), stream.resolve(found));

    assertThat(findings())
        .filteredOn(it -> it.code().endsWith(".name.missing") || it.code().endsWith(".unknown"))
        .hasSize(2)
        .extracting(Finding::fix)
        .containsOnly(fix);
  }

  @Test
  void movesNothingToWhereSomethingIs() throws IOException {
    write("data_stream/log/manifest.yaml", "title: A\n");

    assertThat(findings())
        .singleElement()
        .returns("file.name.unknown", Finding::code)
        .returns("Remove it, or give it a name that belongs here.", Finding::fix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changelog.yml", "data_stream/log/manifest.yml"})
  void takesNoLinkForAFileThatOthersReadByItsName(String file) throws IOException {
    link(file);
    assertThat(findings())
        .extracting(Finding::code, Finding::file)
        .containsExactly(tuple("file.link.not_allowed", folder + "/" + file + ".link"));

    write(file, Files.readString(folder.resolve("fine.md")));
    Files.delete(folder.resolve("fine.md"));
    assertThat(findings()).extracting(Finding::code).doesNotContain("file.link.not_allowed");
  }

  @Test
  void takesALinkForAnyOtherFileThatHasItsOwnName() throws IOException {
    link("docs/README.md");

    assertThat(findings()).extracting(Finding::code).doesNotContain("file.link.not_allowed");
  }

  /** The package is its own repository, since no folder above it is one. */
  private void link(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    Files.delete(folder.resolve(file));
    Files.write(folder.resolve("fine.md"), bytes);
    String up = "../".repeat(file.split("/", -1).length - 1);
    write(file + ".link", up + "fine.md " + sha256(bytes) + "\n");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<Finding> findings() throws IOException {
    RawPackage.Source source = new RawPackage.Source.Folder(folder.toString(), folder);
    try (RawPackage raw = PackageReader.read(source)) {
      return new SpecValidator()
          .validate(raw).stream().filter(it -> !it.file().endsWith("fine.md")).toList();
    }
  }
}
