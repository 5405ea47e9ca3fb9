package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * The files of a generation that plain hosts get copies of, at the same paths below the output
 * folder: {@code files.jsonl}, a line for each. The list of changes is none of them: a rollback
 * makes it longer.
 *
 * @param folder of the generation
 * @param files by path
 */
record FileList(Path folder, NavigableMap<String, ListedFile> files) {
  /** What pages refer to comes before them, and the first page and the listings come last. */
  private static final Comparator<String> DEEPEST_FIRST =
      Comparator.comparingLong((String path) -> -path.chars().filter(it -> it == '/').count())
          .thenComparing(Comparator.naturalOrder());

  /** Nothing where the generation has no list, or one that cannot be read. */
  static Optional<FileList> read(Path out, String generation) throws IOException {
    Path folder = Generation.folder(out, generation);
    Path list = folder.resolve(RegistryLayout.FILES);
    if (!Files.isRegularFile(list)) {
      return Optional.empty();
    }
    NavigableMap<String, ListedFile> files = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(list)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ListedFile file = ListedFile.parse(line);
        files.put(file.path(), file);
      }
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
    return Optional.of(new FileList(folder, files));
  }

  static void write(Collection<ListedFile> files, OutputStream out) throws IOException {
    for (ListedFile file : files) {
      out.write(Json.line(file.toJson()));
    }
  }

  /** The file, if it is listed as made of that and lies there. */
  Optional<ListedFile> find(String path, String source) throws IOException {
    ListedFile file = files.get(path);
    return file != null && file.isMadeOf(source) && file.isIn(folder)
        ? Optional.of(file)
        : Optional.empty();
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  /** Whether any file lies below that path. */
  boolean hasFolder(String path) {
    String next = files.ceilingKey(path + "/");
    return next != null && next.startsWith(path + "/");
  }

  /** Whether all of them lie there with their sizes. */
  boolean isWhole() throws IOException {
    for (ListedFile file : files.values()) {
      if (!file.isIn(folder)) {
        return false;
      }
    }
    return true;
  }

  /** The paths in the order in which they are to be copied. */
  List<String> inOrder() {
    return files.keySet().stream().sorted(DEEPEST_FIRST).toList();
  }
}
