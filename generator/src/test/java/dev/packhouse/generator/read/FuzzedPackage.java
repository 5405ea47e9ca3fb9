package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a good package with some damage. A seed always gives the same damage, so a seed is
 * all that a failure needs to be seen again.
 */
public final class FuzzedPackage {
  private static final int MOST_DAMAGES = 4;
  private static final int LONGEST_SPAN = 200;

  /** What YAML, JSON, paths and versions are easily misled by. */
  private static final List<String> TOKENS =
      List.of(
          "\0",
          "\t",
          "\r",
          "\n",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\u00e4",
          "\ud83d\ude00",
          "\u202e",
          "&a",
          "*a",
          "&a [*a]",
          "<<: *a",
          "!!binary x",
          "!!set {a}",
          "!x",
          "? ",
          ": ",
          "- ",
          "#",
          "|",
          ">",
          "%",
          "@",
          "`",
          "'",
          "\"",
          "{",
          "}",
          "[",
          "]",
          "{}",
          "[]",
          "---\n",
          "...\n",
          "~",
          "null",
          "true",
          "no",
          "0x1f",
          "1e400",
          ".nan",
          "-.inf",
          "-0",
          "007",
          "1_000",
          "12:30:45",
          "2001-01-01",
          "99999999999999999999999",
          "1e99999999999",
          "\\ud800",
          "\\x00",
          "\\",
          "/",
          "..",
          "../../x",
          "/etc/passwd",
          "^8.0.0",
          ">=1 <2 || ~3",
          "1.0.0-rc.1+b",
          "x.y.z",
          "*",
          "security",
          "logs",
          "integration",
          "input",
          "content",
          "name",
          "version",
          "type",
          "vars",
          "[".repeat(3_000),
          "{a: ".repeat(1_000),
          "- ".repeat(2_000),
          "a".repeat(70_000));

  private static final List<String> NAMES =
      List.of(
          "manifest.yml",
          "changelog.yml",
          "validation.yml",
          "docs/README.md",
          "docs/\n.md",
          "img/x.svg",
          "img/" + "x".repeat(250),
          "data_stream/log/manifest.yml",
          "data_stream/a b/manifest.yml",
          "data_stream/log/fields/x.yml",
          "data_stream/log/fields/x.json",
          "data_stream/x/y/z",
          "data_stream/log/elasticsearch/ingest_pipeline/default.yml",
          "kibana/dashboard/x.json",
          "kibana/tags.yml",
          "elasticsearch/transform/t/manifest.yml",
          "_dev/x",
          "fields/base.yml",
          "agent/input/input.yml.hbs",
          "\ud83d\ude00/\u0301",
          ".hidden",
          "lifecycle.yml",
          "x.link");

  private final Random random;
  private final Map<String, byte[]> files;

  private FuzzedPackage(Random random, Map<String, byte[]> files) {
    this.random = random;
    this.files = files;
  }

  /** The good packages below a folder, each with its files by path. */
  public static List<Map<String, byte[]>> good(Path root) throws IOException {
    List<Map<String, byte[]>> packages = new ArrayList<>();
    try (Stream<Path> manifests =
        Files.find(root, 3, (path, it) -> path.endsWith("manifest.yml"))) {
      for (Path manifest : manifests.sorted().toList()) {
        packages.add(files(manifest.resolveSibling("")));
      }
    }
    return packages;
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  /** Gives one of the packages, damaged in one way or in several. */
  public static Map<String, byte[]> of(long seed, List<Map<String, byte[]>> good) {
    Random random = new Random(seed);
    random.nextInt(); // the first number of neighbouring seeds is nearly the same
    FuzzedPackage fuzzed =
        new FuzzedPackage(random, new TreeMap<>(good.get(random.nextInt(good.size()))));
    int damages = 1 + random.nextInt(MOST_DAMAGES);
    for (int i = 0; i < damages && !fuzzed.files.isEmpty(); i++) {
      fuzzed.damage();
    }
    return fuzzed.files;
  }

  private void damage() {
    switch (random.nextInt(10)) {
      case 0 -> files.remove(path());
      case 1 -> files.put(pick(NAMES), files.get(path()));
      case 2 -> files.put(path(), files.get(path()));
      case 3 -> change(this::flip);
      case 4 -> change(bytes -> Arrays.copyOf(bytes, at(bytes)));
      case 5 -> change(this::moveSpan);
      case 6, 7 -> change(bytes -> insert(bytes, at(bytes), pick(TOKENS).getBytes(UTF_8)));
      case 8 -> change(this::changeLines);
      default -> change(this::changeValue);
    }
  }

  @FunctionalInterface
  private interface Change {
    byte[] of(byte[] bytes);
  }

  /** Most of it hits what is looked into. */
  private void change(Change change) {
    List<String> read =
        files.keySet().stream().filter(it -> it.endsWith(".yml") || it.endsWith(".json")).toList();
    String path = read.isEmpty() || random.nextInt(10) == 0 ? path() : pick(read);
    files.computeIfPresent(path, (it, bytes) -> change.of(bytes));
  }

  private byte[] flip(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < 1 + random.nextInt(8) && changed.length > 0; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  /** Leaves it out where it was, or not. */
  private byte[] moveSpan(byte[] bytes) {
    int start = at(bytes);
    int end = Math.min(bytes.length, start + random.nextInt(LONGEST_SPAN));
    byte[] span = Arrays.copyOfRange(bytes, start, end);
    byte[] rest = random.nextBoolean() ? bytes : cut(bytes, start, end);
    return random.nextBoolean() ? rest : insert(rest, at(rest), span);
  }

  private byte[] changeLines(byte[] bytes) {
    List<String> lines = new ArrayList<>(new String(bytes, ISO_8859_1).lines().toList());
    if (lines.isEmpty()) {
      return bytes;
    }
    int line = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(other, lines.get(line));
      case 2 -> lines.set(line, " ".repeat(random.nextInt(6)) + lines.get(line).strip());
      default -> lines.set(line, lines.set(other, lines.get(line)));
    }
    return String.join("\n", lines).getBytes(ISO_8859_1);
  }

  /** Behind a colon. */
  private byte[] changeValue(byte[] bytes) {
    List<String> lines = new ArrayList<>(new String(bytes, ISO_8859_1).lines().toList());
    List<Integer> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(":")) {
        pairs.add(i);
      }
    }
    if (pairs.isEmpty()) {
      return bytes;
    }
    int line = pairs.get(random.nextInt(pairs.size()));
    String key = lines.get(line).substring(0, lines.get(line).indexOf(':') + 1);
    String value = new String(pick(TOKENS).getBytes(UTF_8), ISO_8859_1);
    lines.set(line, key + " " + value);
    return String.join("\n", lines).getBytes(ISO_8859_1);
  }

  private static byte[] cut(byte[] bytes, int start, int end) {
    byte[] rest = new byte[bytes.length - (end - start)];
    System.arraycopy(bytes, 0, rest, 0, start);
    System.arraycopy(bytes, end, rest, start, bytes.length - end);
    return rest;
  }

  private static byte[] insert(byte[] bytes, int at, byte[] more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + more.length);
    out.write(bytes, 0, at);
    out.writeBytes(more);
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  private int at(byte[] bytes) {
    return random.nextInt(bytes.length + 1);
  }

  private String path() {
    return pick(List.copyOf(files.keySet()));
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
