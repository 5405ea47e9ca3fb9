package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops a run before each change it makes to the file system, one run for each of them, and looks
 * at what a reader finds then and what the next run leaves.
 */
final class CrashTest {
  /** Fewer changes to stop before; that both formats are placed alike is shown elsewhere. */
  private static final Set<ArchiveFormat> ONLY_ZIP = Set.of(ArchiveFormat.ZIP);

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private @Nullable VersionSource zipped;

  @Test
  void isEntirelyOldOrEntirelyNewAfterAKillBeforeAnyChange() throws IOException {
    Path before = before();
    Path once = copy(before, "once");
    CountingOperations counting = new CountingOperations();
    after(once, counting);
    Path twice = copy(once, "twice");
    after(twice, new UnsyncedOperations());
    Map<String, String> treeOfOne = withoutIds(once);
    Map<String, String> treeOfTwo = withoutIds(twice);
    Map<String, String> old = RegistryReader.current(before);
    Map<String, String> fresh = RegistryReader.current(once);
    assertThat(fresh).isNotEqualTo(old);

    int switched = 0;
    for (int n = 0; n < counting.count; n++) {
      Path out = copy(before, "killed");
      KilledOperations killed = new KilledOperations(n);
      assertThatThrownBy(() -> after(out, killed)).isNotNull();
      assertThat(killed.at).isNotEmpty();

      boolean isNew = !RegistryReader.currentId(out).equals(RegistryReader.currentId(before));
      switched += isNew ? 1 : 0;
      assertThat(RegistryReader.current(out)).as(killed.at).isEqualTo(isNew ? fresh : old);
      assertThat(RegistryReader.generation(out, RegistryReader.currentId(before)))
          .as(killed.at)
          .isEqualTo(old);

      after(out, new UnsyncedOperations());
      assertThat(RegistryReader.current(out)).as(killed.at).isEqualTo(fresh);
      assertThat(withoutIds(out)).as(killed.at).isEqualTo(isNew ? treeOfTwo : treeOfOne);
      new FileOperations().deleteTree(out);
    }
    assertThat(switched).as("of " + counting.count).isBetween(10, counting.count - 50);
  }

  @Test
  void isWholeAndTidyAfterAFailureOfAnyChange() throws IOException {
    Path before = before();
    Path once = copy(before, "once");
    CountingOperations counting = new CountingOperations();
    after(once, counting);
    Path twice = copy(once, "twice");
    after(twice, new UnsyncedOperations());
    Map<String, String> treeOfOne = withoutIds(once);
    Map<String, String> treeOfTwo = withoutIds(twice);
    Map<String, String> old = RegistryReader.current(before);
    Map<String, String> fresh = RegistryReader.current(once);

    for (int n = 0; n < counting.count; n++) {
      Path out = copy(before, "failed");
      FailingOperations failing = new FailingOperations(n);
      assertThatThrownBy(() -> after(out, failing))
          .as(failing.at)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device");

      boolean isNew = !RegistryReader.currentId(out).equals(RegistryReader.currentId(before));
      assertThat(RegistryReader.current(out)).as(failing.at).isEqualTo(isNew ? fresh : old);
      boolean failedInStaging = failing.at.startsWith("delete") && failing.at.contains(".staging");
      if (!failedInStaging) {
        assertThat(out.resolve(".staging")).as(failing.at).doesNotExist();
      }
      after(out, new UnsyncedOperations());
      assertThat(RegistryReader.current(out)).as(failing.at).isEqualTo(fresh);
      assertThat(withoutIds(out)).as(failing.at).isEqualTo(isNew ? treeOfTwo : treeOfOne);
      new FileOperations().deleteTree(out);
    }
  }

  /** A registry with a past: two generations, one revision, a version that is gone. */
  private Path before() throws IOException {
    Path out = folder.resolve("before");
    Runs.publish(
        out,
        ONLY_ZIP,
        new UnsyncedOperations(),
        "record",
        Sources.version("replaced", "1.0.0", "one"),
        Sources.version("again", "1.0.0", "one"),
        Sources.version("past", "1.0.0", "one"),
        Sources.version("same", "1.0.0", "one"));
    Runs.publish(
        out,
        ONLY_ZIP,
        new UnsyncedOperations(),
        "record",
        Sources.version("replaced", "1.0.0", "two"),
        Sources.version("again", "1.0.0", "one"),
        Sources.version("gone", "1.0.0", "one"),
        Sources.version("same", "1.0.0", "one"));
    return out;
  }

  /** The same once more, with something of each kind of change. */
  private void after(Path out, FileOperations operations) throws IOException {
    Runs.publish(
        out,
        ONLY_ZIP,
        operations,
        "new record",
        Sources.version("replaced", "1.0.0", "three"),
        Sources.version("again", "1.0.0", "two"),
        Sources.version("same", "1.0.0", "one"),
        Sources.version("added", "1.0.0", "one"),
        zipped());
  }

  private VersionSource zipped() throws IOException {
    if (zipped == null) {
      Path zips = Files.createDirectories(folder.resolve("zips"));
      zipped = Sources.zipVersion(zips, "zipped", "1.0.0", "one");
    }
    return zipped;
  }

  private Path copy(Path from, String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> paths = Files.walk(from)) {
      paths.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
    }
    return to;
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree, with generations numbered from the oldest: an interrupted run uses up a number. */
  private static Map<String, String> withoutIds(Path out) throws IOException {
    Map<String, String> tree = new TreeMap<>(RegistryReader.tree(out));
    tree.remove("current.json");
    for (String path : tree.keySet().stream().filter(it -> it.endsWith("changes.json")).toList()) {
      String list = Files.readString(out.resolve(path));
      tree.put(path, list.replaceAll("\"generation\":\"00000[3-9]\"", ""));
    }
    Map<String, String> renamed = new TreeMap<>();
    int number = 0;
    for (Path generation : Folders.list(out.resolve("generations"))) {
      String folderName = "generations/" + generation.getFileName();
      for (String path : tree.keySet().stream().filter(it -> it.startsWith(folderName)).toList()) {
        String value = tree.remove(path);
        renamed.put(
            "generations/" + number + path.substring(folderName.length()),
            value == null ? "" : value);
      }
      number++;
    }
    renamed.putAll(tree);
    return renamed;
  }

  private static final class Killed extends RuntimeException {}

  /** Counts changes; of the many writes to one file, only the first. */
  private static class CountingOperations extends UnsyncedOperations {
    private final Set<String> written = new HashSet<>();
    int count;

    /** Whether this is the change with that number, counted from 0. */
    boolean isAt(int number, String operation, Path path) {
      if (operation.equals("write") && !written.add(path.toString())) {
        return false;
      }
      return count++ == number;
    }

    @Override
    void before(String operation, Path path) throws IOException {
      isAt(-1, operation, path);
    }
  }

  /** After its death, a process changes nothing any more, whatever its handlers try. */
  private static final class KilledOperations extends CountingOperations {
    private final int number;
    private String at = "";

    KilledOperations(int number) {
      this.number = number;
    }

    @Override
    void before(String operation, Path path) {
      if (isAt(number, operation, path)) {
        at = operation + " " + path;
      }
      if (!at.isEmpty()) {
        throw new Killed();
      }
    }
  }

  private static final class FailingOperations extends CountingOperations {
    private final int number;
    private String at = "";

    FailingOperations(int number) {
      this.number = number;
    }

    @Override
    void before(String operation, Path path) throws IOException {
      if (isAt(number, operation, path)) {
        at = operation + " " + path;
        throw new IOException(path + ": No space left on device");
      }
    }
  }
}
