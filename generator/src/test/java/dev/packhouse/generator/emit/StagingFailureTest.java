package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.packhouse.generator.model.PackageFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StagingFailureTest {
  @TempDir private Path elsewhere;

  @TempDir Path out;

  @BeforeEach
  void publishSomething() throws IOException {
    Runs.publish(out, Sources.version("old", "1.0.0", "old"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a//b",
        "a/",
        "./a",
        "a/.",
        "a\\b",
        "a\0b",
        "\ud800"
      })
  void refusesPathsThatAreNotPlain(String path) throws IOException {
    assertUntouched(
        () ->
            assertThatIllegalStateException()
                .isThrownBy(() -> Runs.publish(out, source("a", Sources.file(path, "x"))))
                .withMessageStartingWith("Not a plain file name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "../a", "a\\b"})
  void refusesNamesThatAreNotPlain(String name) throws IOException {
    assertUntouched(
        () ->
            assertThatIllegalStateException()
                .isThrownBy(() -> Runs.publish(out, source(name, Sources.file("a", "x"))))
                .withMessageStartingWith("Not a plain file name"));
  }

  @Test
  void refusesTwoFilesOfOnePath() throws IOException {
    assertUntouched(
        () ->
            assertThatIllegalStateException()
                .isThrownBy(
                    () ->
                        Runs.publish(
                            out, source("a", Sources.file("x", "1"), Sources.file("x", "2"))))
                .withMessage("Two files of one path: x"));
  }

  @Test
  void refusesAFileBelowAnotherFile() throws IOException {
    VersionSource source =
        source("a", Sources.file("x", "1"), Sources.file("x-y", "2"), Sources.file("x/y", "3"));

    assertUntouched(
        () ->
            assertThatIllegalStateException()
                .isThrownBy(() -> Runs.publish(out, source))
                .withMessage("A file lies below another file: x/y"));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5, 100_000})
  void namesAFileWhoseSizeChanged(long size) throws IOException {
    PackageFile file =
        new PackageFile("docs/README.md", size, () -> new ByteArrayInputStream(new byte[4]));

    assertUntouched(
        () ->
            assertThatIOException()
                .isThrownBy(() -> Runs.publish(out, source("a", file)))
                .withMessageStartingWith("docs/README.md of a-1.0.0 changed while it was read"));
  }

  @Test
  void leavesTheOldRegistryWhenAFileVanished() throws IOException {
    Path gone = out.resolve("gone");
    PackageFile file = new PackageFile("img/x.svg", 4, () -> Files.newInputStream(gone));

    assertUntouched(
        () ->
            assertThatIOException()
                .isThrownBy(() -> Runs.publish(out, source("a", file)))
                .withMessage(gone.toString()));
  }

  @Test
  void leavesTheOldRegistryWhenAListingFails() throws IOException {
    assertUntouched(
        () -> {
          try (RegistryEmitter run = Runs.open(out)) {
            VersionContent content = run.stage(Sources.version("a", "1.0.0", "x")).content();
            run.add(content, new byte[0]);
            Listings good = Runs.listings("x");
            Listings.Body bad =
                stream -> {
                  throw new IOException("disk on fire");
                };
            assertThatIOException()
                .isThrownBy(
                    () ->
                        run.publish(
                            new Listings(
                                good.index(), bad, bad, good.categories(), good.openApi())))
                .withMessage("disk on fire");
          }
        });
  }

  @Test
  void saysThatTheOutputFolderIsAFile() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");

    assertThatIOException()
        .isThrownBy(() -> Runs.publish(file))
        .withMessageContaining(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":1}",
        "{\"format\":1,\"generation\":\"000009\"}",
        "nonsense"
      })
  void refusesToBuildOnADamagedPointer(String pointer) throws IOException {
    Files.writeString(out.resolve("current.json"), pointer);

    assertUntouched(
        () ->
            assertThatIOException()
                .isThrownBy(() -> Runs.publish(out))
                .withMessageContaining(out.toString()));
  }

  @Test
  void refusesToBuildOnANewerFormat() throws IOException {
    Files.writeString(out.resolve("current.json"), "{\"format\":2,\"somewhere\":\"else\"}");

    assertThatIOException()
        .isThrownBy(() -> Runs.publish(out))
        .withMessageContaining("it has format 2, and this release of Packhouse reads 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"package", "epr", "records", "generations", "revisions"})
  void leavesAFolderAloneThatHoldsOtherThingsUnderItsNames(String name) throws IOException {
    Path foreign = Files.createDirectory(elsewhere.resolve(name));
    Path thesis = Files.writeString(foreign.resolve("thesis.txt"), "precious");

    assertThatIOException()
        .isThrownBy(() -> Runs.publish(elsewhere))
        .withMessage(
            foreign + " is there already, and not from Packhouse: publish to an empty folder");
    assertThat(RegistryReader.tree(elsewhere)).hasSize(2);
    assertThat(thesis).hasContent("precious");
  }

  @Test
  void saysWhichLineOfAGenerationIsDamaged() throws IOException {
    Path versions = out.resolve("generations/000001/versions.jsonl");
    Files.writeString(versions, Files.readString(versions) + "{\"name\":\"a\"}\n");

    assertThatIOException()
        .isThrownBy(() -> Runs.publish(out))
        .withMessage(
            "generation 000001 in %s cannot be built on".formatted(out)
                + " (packhouse rollback makes the one before the current one)")
        .havingCause()
        .withMessageStartingWith(versions + ":2 is damaged: ");
  }

  private void assertUntouched(Action action) throws IOException {
    Map<String, String> before = RegistryReader.tree(out);
    action.run();
    assertThat(RegistryReader.tree(out)).isEqualTo(before);
  }

  private static VersionSource source(String name, PackageFile... files) {
    return VersionSource.ofFolder(Sources.id(name, "1.0.0"), List.of(files));
  }

  private interface Action {
    void run() throws IOException;
  }
}
