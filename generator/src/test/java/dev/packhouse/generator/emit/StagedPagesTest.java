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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagedPagesTest {
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
    assertThat(Files.isSameFile(now.resolve("a.html"), out.resolve("ui/packages/a.html"))).isTrue();
    assertThat(before.resolve("b.html")).hasContent("page of b");
    assertThat(now.resolve("b.html")).hasContent("new page of b");
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
    assertThat(out.resolve("generations/000002/pages.jsonl")).doesNotExist();
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
  void writesNothingOutsideOfThePages() throws IOException {
    try (RegistryEmitter run = open(new FileOperations())) {
      assertThatThrownBy(() -> run.pages().write("../index.json", "x", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> run.pages().write("", "x", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
    }
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
          if (!run.pages().keep(page.getKey(), page.getValue())) {
            run.pages().write(page.getKey(), page.getValue(), page.getValue().getBytes(UTF_8));
          }
        }
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
