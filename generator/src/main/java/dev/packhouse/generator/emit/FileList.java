package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
 * folder: {@code files.jsonl}, a line for each, and a last one with the hash of those. The list of
 * changes is none of them: a rollback makes it longer.
 *
 * @param folder of the generation
 * @param files by path
 */
record FileList(Path folder, NavigableMap<String, ListedFile> files) {
  /** What pages refer to comes before them, and the first page and the listings come last. */
  private static final Comparator<String> DEEPEST_FIRST =
      Comparator.comparingLong((String path) -> -path.chars().filter(it -> it == '/').count())
          .thenComparing(Comparator.naturalOrder());

  /**
   * Nothing where the generation has no list, or one that is not as it was written, or names what
   * is not for plain hosts: people can write there, and runs write and remove what it says.
   */
  static Optional<FileList> read(Path out, String generation) throws IOException {
    Path folder = Generation.folder(out, generation);
    Path list = folder.resolve(RegistryLayout.FILES);
    if (!Files.isRegularFile(list)) {
      return Optional.empty();
    }
    try {
      return parse(folder, Files.readString(list));
    } catch (CharacterCodingException | JacksonException | InvalidPathException damaged) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IOException("Cannot read " + list + ": " + e.getMessage(), e);
    }
  }

  private static Optional<FileList> parse(Path folder, String text) {
    int last = text.lastIndexOf('\n', text.length() - 2) + 1;
    String lines = text.substring(0, last);
    NavigableMap<String, ListedFile> files = new TreeMap<>();
    if (!text.substring(last).equals(end(lines))) {
      return Optional.empty();
    }
    lines.lines().map(ListedFile::parse).forEach(file -> files.put(file.path(), file));
    return files.keySet().stream().allMatch(path -> isCopied(folder, path))
        ? Optional.of(new FileList(folder, files))
        : Optional.empty();
  }

  private static boolean isCopied(Path folder, String path) {
    return PlainNames.isPath(path)
        && folder.resolve(path).startsWith(folder) // not every system knows every name
        && (RegistryLayout.LISTINGS.contains(path)
            || RegistryLayout.COPIED.stream().anyMatch(it -> path.startsWith(it + "/")));
  }

  static void write(Collection<ListedFile> files, OutputStream out) throws IOException {
    StringBuilder lines = new StringBuilder();
    files.forEach(file -> lines.append(Json.text(file.toJson())));
    out.write((lines + end(lines.toString())).getBytes(StandardCharsets.US_ASCII));
  }

  /** Without it a list that was cut would have all that is missing removed at the top. */
  private static String end(String lines) {
    String sha256 = Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    return "{\"sha256\":\"" + sha256 + "\"}\n";
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
