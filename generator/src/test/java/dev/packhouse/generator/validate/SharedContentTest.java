package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.DocumentCache;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one package has in common with another says nothing about the rest of it. */
final class SharedContentTest {
  private static final PackageNames NAMES =
      new PackageNames("example", "Example", "acme/integrations");
  private static final String FIELDS = "data_stream/log/fields/base-fields.yml";

  @TempDir private Path folder;
  private final DocumentCache cache = DocumentCache.ofUsualSize();
  private final SpecValidator validator = new SpecValidator();

  @Test
  void findsInBothPackagesWhatIsWrongInAFileThatTheyShare() throws IOException {
    Path first = make("first");
    Path second = make("second");
    for (Path each : List.of(first, second)) {
      append(each.resolve(FIELDS), "- name: event.took\n  type: durations\n");
    }

    assertThat(findings(first))
        .singleElement()
        .returns("content.value.choice", Finding::code)
        .returns(first + "/" + FIELDS, Finding::file);
    assertThat(findings(second))
        .singleElement()
        .returns("content.value.choice", Finding::code)
        .returns(second + "/" + FIELDS, Finding::file);
  }

  @Test
  void missesTheFileThatASharedManifestNamesAndOnlyOnePackageHas() throws IOException {
    Path whole = make("whole");
    Path lacking = make("lacking");
    for (Path each : List.of(whole, lacking)) {
      append(
          each.resolve("manifest.yml"),
          """
          screenshots:
            - src: /img/shot.png
              title: Shot
              size: 1x1
              type: image/png
          """);
    }
    Files.createDirectories(whole.resolve("img"));
    Files.writeString(whole.resolve("img/shot.png"), "png");

    assertThat(findings(whole)).isEmpty();
    assertThat(findings(lacking)).extracting(Finding::code).containsOnly("content.path.missing");
  }

  @Test
  void holdsASharedFileAgainstTheFormatVersionOfEachPackage() throws IOException {
    Path newer = make("newer");
    Path older = make("older");
    for (Path each : List.of(newer, older)) {
      append(each.resolve(FIELDS), "- name: event.big\n  type: long\n  store: true\n");
    }
    Path manifest = older.resolve("manifest.yml");
    String newest = FormatVersion.newest().version().text();
    Files.writeString(manifest, Files.readString(manifest).replace(newest, "3.1.0"));

    assertThat(findings(newer)).isEmpty();
    assertThat(findings(older)).isEqualTo(findingsAlone(older)).isNotEmpty();
  }

  @Test
  void learnsOnlyWhatAnotherPackageMayShare() throws IOException {
    Path made = make("only");
    GoodContent good = new GoodContent();

    assertThat(learnsOfTheChangelog(good, PackageReader.read(source(made)))).isFalse();
    assertThat(learnsOfTheChangelog(good, PackageReader.read(source(made), cache))).isTrue();
  }

  private static boolean learnsOfTheChangelog(GoodContent good, RawPackage opened)
      throws IOException {
    try (RawPackage raw = opened) {
      assertThat(new SpecValidator(good).validate(raw)).isEmpty();
      Document.Parsed changelog = (Document.Parsed) raw.documents().read("changelog.yml");
      return good.isKnown(
          changelog.value(), new GoodContent.Use("changelog", FormatVersion.newest().version()));
    }
  }

  private Path make(String name) throws IOException {
    Path made = folder.resolve(name);
    PackageTemplate template = PackageTemplate.find("integration").orElseThrow();
    String formatVersion = FormatVersion.newest().version().text();
    for (Map.Entry<String, String> file : template.files(NAMES, formatVersion).entrySet()) {
      Path target = made.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return made;
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  private List<Finding> findings(Path made) throws IOException {
    try (RawPackage raw = PackageReader.read(source(made), cache)) {
      return validator.validate(raw);
    }
  }

  private static List<Finding> findingsAlone(Path made) throws IOException {
    try (RawPackage raw = PackageReader.read(source(made))) {
      return new SpecValidator().validate(raw);
    }
  }

  private static RawPackage.Source source(Path made) {
    return new RawPackage.Source.Folder(made.toString(), made);
  }
}
