package dev.packhouse.generator.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** One difference from {@code testdata/base}, see {@code testdata/README.md}. */
record Recipe(
    String name,
    List<String> errors,
    Optional<List<String>> warnings,
    Optional<String> file,
    Optional<Integer> line,
    Optional<String> message,
    String folder,
    List<Map<String, Object>> steps) {
  private static final Path TESTDATA = Path.of("../testdata");

  /**
   * @param kind {@code bad} or {@code good}
   */
  static Stream<Recipe> all(String kind) throws IOException {
    try (Stream<Path> cases = Files.list(TESTDATA.resolve(kind))) {
      return cases.sorted().map(Recipe::read).toList().stream();
    }
  }

  @SuppressWarnings("unchecked")
  private static Recipe read(Path folder) {
    try {
      Map<String, Object> yaml = new Yaml().load(Files.readString(folder.resolve("recipe.yml")));
      return new Recipe(
          folder.getFileName().toString(),
          (List<String>) yaml.getOrDefault("expect", List.of()),
          Optional.ofNullable((List<String>) yaml.get("expect_warnings")),
          Optional.ofNullable((String) yaml.get("file")),
          Optional.ofNullable((Integer) yaml.get("line")),
          Optional.ofNullable((String) yaml.get("message")),
          (String) yaml.getOrDefault("folder", "base/1.0.0"),
          (List<Map<String, Object>>) yaml.getOrDefault("change", List.of()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Makes the package below the folder and gives its own folder. */
  Path make(Path below) throws IOException {
    Path target = below.resolve(folder);
    copyTree(TESTDATA.resolve("base"), target);
    for (Map<String, Object> step : steps) {
      Map.Entry<String, Object> only = step.entrySet().iterator().next();
      apply(target, only.getKey(), only.getValue());
    }
    return target;
  }

  @SuppressWarnings("unchecked")
  private static void apply(Path target, String verb, Object argument) throws IOException {
    if (verb.equals("delete")) {
      delete(target.resolve((String) argument));
      return;
    }
    Map<String, Object> arguments = (Map<String, Object>) argument;
    Path file = target.resolve(text(arguments, arguments.containsKey("file") ? "file" : "to"));
    Files.createDirectories(file.getParent());
    switch (verb) {
      case "replace" -> replace(file, arguments);
      case "write" -> Files.writeString(file, text(arguments, "text"));
      case "append" ->
          Files.writeString(
              file,
              Files.readString(file)
                  + text(arguments, "text").repeat((Integer) arguments.getOrDefault("times", 1)));
      case "copy" -> Files.copy(target.resolve(text(arguments, "from")), file);
      case "bytes" -> Files.write(file, Base64.getDecoder().decode(text(arguments, "base64")));
      case "symlink" -> Files.createSymbolicLink(file, Path.of(text(arguments, "target")));
      default -> throw new IllegalArgumentException("unknown step " + verb);
    }
  }

  private static void replace(Path file, Map<String, Object> arguments) throws IOException {
    String text = Files.readString(file);
    String from = text(arguments, "from");
    if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
      throw new IllegalArgumentException(from + " does not stand once in " + file);
    }
    Files.writeString(file, text.replace(from, text(arguments, "to")));
  }

  private static String text(Map<String, Object> arguments, String key) {
    return (String) Objects.requireNonNull(arguments.get(key), key);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
