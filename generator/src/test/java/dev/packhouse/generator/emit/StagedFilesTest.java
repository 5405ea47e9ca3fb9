package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Sources.version;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StagedFilesTest {
  @TempDir Path out;

  @Test
  void publishesPagesInTheGenerationAndACopyAtTheTop() throws IOException {
    publish("one", Map.of("index.html", "start", "packages/a.html", "page of a"));

    assertThat(out.resolve("generations/000001/ui/packages/a.html")).hasContent("page of a");
    assertThat(top()).isEqualTo(Map.of("index.html", "start", "packages/a.html", "page of a"));
  }

  @Test
  void writesAPageOnceForAsLongAsItIsMadeOfTheSame() throws IOException {
    publish("one", Map.of("packages/a.html", "page of a", "packages/b.html", "page of b"));
    publish("two", Map.of("packages/a.html", "page of a", "packages/b.html", "new page of b"));

    Path before = out.resolve("generations/000001/ui/packages");
    Path now = out.resolve("generations/000002/ui/packages");
    assertThat(Files.isSameFile(before.resolve("a.html"), now.resolve("a.html"))).isTrue();
    assertThat(before.resolve("b.html")).hasContent("page of b");
    assertThat(now.resolve("b.html")).hasContent("new page of b");
  }

  @Test
  void listsEachFileWithItsSizeAndHash() throws IOException {
    publish("one", Map.of("index.html", "start", "packages/a.html", "page of a"));

    Path generation = out.resolve("generations/000001");
    List<ListedFile> files =
        List.copyOf(FileList.read(out, "000001").orElseThrow().files().values());
    assertThat(files)
        .extracting(ListedFile::path)
        .containsExactly(
            "archives.json",
            "categories.json",
            "feeds/all.atom",
            "index.json",
            "openapi.json",
            "search-all.json",
            "search.json",
            "ui/index.html",
            "ui/packages/a.html");
    for (ListedFile file : files) {
      Path written = generation.resolve(file.path());
      assertThat(written).hasSize(file.size());
      assertThat(Sha256.ofFile(written)).isEqualTo(file.sha256());
      assertThat(out.resolve(file.path())).hasSameBinaryContentAs(written);
    }
    assertThat(generation.resolve("files.jsonl"))
        .content()
        .contains("{\"path\":\"ui/index.html\",\"size\":5,\"sha256\":\"")
        .contains("\",\"madeOf\":\"start\"}\n");
  }

  @Test
  void keepsTheGenerationAsItIsWhereSomebodyEditsACopy() throws IOException {
    publish("one", Map.of("index.html", "start"));
    for (String copy : List.of("ui/index.html", "feeds/all.atom", "search.json")) {
      String before = Files.readString(out.resolve(copy));
      Files.writeString(out.resolve(copy), "?".repeat(before.length()));
      assertThat(out.resolve("generations/000001").resolve(copy)).hasContent(before);
    }
    publish("one", Map.of("index.html", "start"));

    assertThat(RegistryReader.currentId(out)).isEqualTo("000001");
    assertThat(top()).isEqualTo(Map.of("index.html", "start"));
    assertThat(out.resolve("feeds/all.atom")).hasContent("feed of one");
  }

  @Test
  void replacesOnlyCopiesThatDiffer() throws IOException {
    publish("one", Map.of("index.html", "start", "packages/a.html", "a"));
    Object ofA = inode("ui/packages/a.html");
    Object ofStart = inode("ui/index.html");
    publish("two", Map.of("index.html", "new start", "packages/a.html", "a"));

    assertThat(inode("ui/packages/a.html")).isEqualTo(ofA);
    assertThat(inode("ui/index.html")).isNotEqualTo(ofStart);
  }

  @Test
  void copiesWhatPagesReferToBeforeThem() throws IOException {
    List<String> moved = new ArrayList<>();
    publish(
        "one",
        Map.of("index.html", "start", "packages/a.html", "a", "assets/a.js", "script"),
        new UnsyncedOperations() {
          @Override
          void before(String operation, Path path) {
            if (operation.equals("move") && path.startsWith(out.resolve("ui"))) {
              moved.add(out.relativize(path).toString());
            }
          }
        });

    assertThat(moved).containsExactly("ui/assets/a.js", "ui/packages/a.html", "ui/index.html");
  }

  @Test
  void leavesCopiesAloneWhereTheGenerationHasNoListAndTheNextRunMakesOne() throws IOException {
    publish("one", Map.of("index.html", "start"));
    Files.writeString(out.resolve("generations/000001/files.jsonl"), "{");

    assertThat(RegistrySweep.run(out, Runs.ONE, /* dryRun= */ false)).isEmpty();
    assertThat(top()).isEqualTo(Map.of("index.html", "start"));

    publish("one", Map.of("index.html", "start"));
    assertThat(RegistryReader.currentId(out)).isEqualTo("000002");
    assertThat(FileList.read(out, "000002")).isPresent();
  }

  @Test
  void removesALinkAmongTheCopiesAndNothingBehindIt(@TempDir Path elsewhere) throws IOException {
    publish("one", Map.of("index.html", "start"));
    Files.writeString(elsewhere.resolve("precious"), "text");
    Files.createSymbolicLink(out.resolve("ui/packages"), elsewhere);
    Files.createSymbolicLink(out.resolve("ui/lost"), elsewhere.resolve("missing"));
    publish("one", Map.of("index.html", "start"));

    assertThat(RegistryReader.tree(out.resolve("ui"))).containsOnlyKeys("index.html");
    assertThat(elsewhere).isDirectoryNotContaining("glob:**/missing");
    assertThat(elsewhere.resolve("precious")).hasContent("text");
  }

  @ParameterizedTest
  @CsvSource({
    "ui, file", "ui, dangling", "ui, link",
    "feeds, file", "feeds, dangling", "feeds, link",
    "ui/packages/deep, file", "ui/packages, dangling", "ui/packages, link"
  })
  void putsAsideWhatIsNoFolderOfCopies(String place, String kind, @TempDir Path elsewhere)
      throws IOException {
    Map<String, String> pages = Map.of("index.html", "start", "packages/deep/a.html", "page of a");
    publish("one", pages);
    Map<String, String> whole = RegistryReader.tree(out);
    Path folder = out.resolve(place);
    Path target = elsewhere.resolve("target");
    if (kind.equals("link")) {
      // Holds the very same, which is no reason to leave it.
      Files.move(folder, target);
    } else {
      new FileOperations().deleteTree(folder);
    }
    if (kind.equals("file")) {
      Files.writeString(folder, "in the way");
    } else {
      Files.createSymbolicLink(folder, target);
    }
    Map<String, String> outside = RegistryReader.tree(elsewhere);

    publish("one", pages);

    assertThat(RegistryReader.tree(out)).isEqualTo(whole);
    assertThat(Folders.isFolder(folder)).isTrue();
    assertThat(RegistryReader.tree(elsewhere)).isEqualTo(outside);
  }

  @Test
  void putsAsideMoreThanOneThingInARun() throws IOException {
    publish("one", Map.of("index.html", "start"));
    Map<String, String> whole = RegistryReader.tree(out);
    new FileOperations().deleteTree(out.resolve("package/a/1.0.0/docs"));
    new FileOperations().deleteTree(out.resolve("ui"));
    Files.writeString(out.resolve("ui"), "in the way");
    new FileOperations().deleteTree(out.resolve("feeds"));
    Files.writeString(out.resolve("feeds"), "in the way");

    publish("one", Map.of("index.html", "start"));

    assertThat(RegistryReader.tree(out)).isEqualTo(whole);
  }

  @Test
  void copiesPagesWhereThereAreNoLinks() throws IOException {
    publish("one", Map.of("packages/a.html", "page of a"), new WithoutLinks());
    publish("two", Map.of("packages/a.html", "page of a"), new WithoutLinks());

    assertThat(out.resolve("generations/000002/ui/packages/a.html")).hasContent("page of a");
    assertThat(top()).isEqualTo(Map.of("packages/a.html", "page of a"));
  }

  @Test
  void removesCopiesOfPagesThatAreGone() throws IOException {
    publish("one", Map.of("packages/a.html", "a", "browse/2.html", "second"));
    publish("two", Map.of("packages/b.html", "b"));

    assertThat(top()).isEqualTo(Map.of("packages/b.html", "b"));
    assertThat(out.resolve("ui/browse")).doesNotExist();
  }

  @Test
  void hasNoPagesAtTheTopOnceAGenerationHasNone() throws IOException {
    publish("one", Map.of("index.html", "start"));
    publish("two", Map.of());

    assertThat(out.resolve("ui")).doesNotExist();
    assertThat(out.resolve("feeds/all.atom")).hasContent("feed of two");
  }

  @Test
  void bringsBackThePagesOfTheGenerationThatCountsAgain() throws IOException {
    publish("one", Map.of("index.html", "first"));
    publish("two", Map.of("index.html", "second"));
    try (RegistryRollback rollback =
        RegistryRollback.open(out, Optional.empty(), Optional.empty())) {
      rollback.switchBack();
    }

    assertThat(top()).isEqualTo(Map.of("index.html", "first"));
  }

  @Test
  void repairsCopiesThatWereLostOrChanged() throws IOException {
    publish("one", Map.of("index.html", "start", "packages/a.html", "a"));
    Files.delete(out.resolve("ui/index.html"));
    Files.delete(out.resolve("ui/packages/a.html"));
    Files.createDirectories(out.resolve("ui/packages/a.html/in/the/way"));
    publish("one", Map.of("index.html", "start", "packages/a.html", "a"));

    assertThat(top()).isEqualTo(Map.of("index.html", "start", "packages/a.html", "a"));
  }

  @Test
  void makesANewGenerationWhereAPageWasLost() throws IOException {
    publish("one", Map.of("index.html", "start", "packages/a.html", "a"));
    Files.delete(out.resolve("generations/000001/ui/packages/a.html"));
    publish("one", Map.of("index.html", "start", "packages/a.html", "a"));

    assertThat(out.resolve("generations/000002/ui/packages/a.html")).hasContent("a");
  }

  @Test
  void writesNothingOutsideOfTheGeneration() throws IOException {
    try (RegistryEmitter run = open(new FileOperations())) {
      assertThatThrownBy(() -> run.files().write("ui/../index.json", "x", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> run.files().write("", "x", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private Object inode(String path) throws IOException {
    return Files.getAttribute(out.resolve(path), "unix:ino");
  }

  private Map<String, String> top() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String path : RegistryReader.tree(out.resolve("ui")).keySet()) {
      Path file = out.resolve("ui").resolve(path);
      if (Files.isRegularFile(file)) {
        files.put(path, Files.readString(file));
      }
    }
    return files;
  }

  private void publish(String text, Map<String, String> pages) throws IOException {
    publish(text, pages, new FileOperations());
  }

  private void publish(String text, Map<String, String> pages, FileOperations operations)
      throws IOException {
    try (RegistryEmitter run = open(operations)) {
      VersionContent content = run.stage(version("a", "1.0.0", text)).content();
      run.add(content, Runs.record(content, "record"));
      if (run.isChanged()) {
        Files.writeString(run.stagedIndexFolder().resolve("segments"), text);
        for (Map.Entry<String, String> page : pages.entrySet()) {
          String path = "ui/" + page.getKey();
          if (!run.files().keep(path, page.getValue())) {
            run.files().write(path, page.getValue(), page.getValue().getBytes(UTF_8));
          }
        }
        run.files().put("feeds/all.atom", ("feed of " + text).getBytes(UTF_8));
      }
      run.publish(Runs.listings(text));
    }
  }

  private RegistryEmitter open(FileOperations operations) throws IOException {
    return RegistryEmitter.open(
        out,
        Runs.BOTH,
        "test",
        new Retention(/* older= */ 1, Duration.ZERO),
        Optional.empty(),
        operations);
  }

  private static final class WithoutLinks extends UnsyncedOperations {
    @Override
    boolean link(Path existing, Path link) {
      return false;
    }
  }
}
