package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DurabilityTest {
  @TempDir Path out;

  @Test
  @EnabledOnOs(OS.LINUX)
  void flushesAWholeFileSystemOnLinux() throws IOException {
    Files.writeString(out.resolve("a"), "a");

    try (FileSystemFlush flush = FileSystemFlush.open(out).orElseThrow()) {
      assertThat(flush.flush()).isTrue();
    }
  }

  @Test
  void hasNothingToFlushWhereTheFolderIsMissing() {
    assertThat(FileSystemFlush.open(out.resolve("missing"))).isEmpty();
  }

  @Test
  void forcesEachFileBeforeItsFolderElsewhere() throws IOException {
    Files.createDirectories(out.resolve("a/b"));
    Files.writeString(out.resolve("a/b/file"), "text");
    List<String> done = new ArrayList<>();

    try (Durability durability = Durability.open(unsynced(done), out)) {
      durability.flushTree(out.resolve("a"));
      durability.flushFolders(List.of(out));
    }

    assertThat(done)
        .filteredOn(it -> it.startsWith("force"))
        .containsExactly("force a/b/file", "force a/b", "force a", "force ");
  }

  @Test
  void writesFlushesRenamesAndFlushesBeforeThePointerSwitches() throws IOException {
    List<String> done = new ArrayList<>();

    Runs.publish(out, Runs.BOTH, recording(done), "record", Sources.version("a", "1.0.0", "text"));

    assertThat(done)
        .filteredOn(it -> it.startsWith("move") || it.startsWith("force") || it.startsWith("flush"))
        .startsWith(
            "flush ",
            "move package/a/1.0.0",
            "move epr/a/a-1.0.0.zip",
            "move epr/a/a-1.0.0.zip.sha256",
            "move epr/a/a-1.0.0.tar.gz",
            "move epr/a/a-1.0.0.tar.gz.sha256",
            "move records/a/1.0.0.json",
            "move generations/000001",
            "flush ",
            "force .staging/000001/top/current.json",
            "move current.json",
            "force ",
            "flush ",
            "move feeds/package/same.atom",
            "move ui/packages/a-1.0.0.html",
            "move feeds/all.atom",
            "move ui/index.html",
            "move archives.json",
            "move categories.json",
            "move index.json",
            "move openapi.json",
            "move search-all.json",
            "move search.json",
            "move changes.json",
            "flush ");
  }

  private FileOperations unsynced(List<String> done) {
    return new UnsyncedOperations() {
      @Override
      void before(String operation, Path path) {
        done.add(operation + " " + out.relativize(path));
      }
    };
  }

  private FileOperations recording(List<String> done) {
    return new FileOperations() {
      @Override
      void before(String operation, Path path) {
        done.add(operation + " " + out.relativize(path));
      }
    };
  }
}
