package dev.packhouse.generator.validate;

import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of {@code docs/findings}, whose examples are changes of a package that is fine. How one is
 * written is said in {@code docs/findings/README.md}.
 *
 * @param table its first table, by column
 * @param text the whole page
 * @param bad the section with the bad example; empty where files cannot show one
 */
record FindingPage(String code, Map<String, String> table, String text, String bad, String good) {
  static final String NO_EXAMPLE = "There is no example here: ";

  private static final Path PAGES = Path.of("../docs/findings");
  private static final PackageNames NAMES =
      new PackageNames("example", "Example", "acme/integrations");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?m)^(?:Without `(?<without>[^`]+)`\\.|`(?<file>[^`]+)`(?<part>, in part)?:\\n+"
              + "(?<fence>`{3,})\\w*\\n(?<text>(?s:.*?))^\\k<fence>)$");
  private static final Pattern FROM = Pattern.compile("from ([0-9.]+)");
  private static final Pattern TOP_KEY =
      Pattern.compile("(?m)^([^\\s#-][^:\\n]*):(?:.*\\n(?:[ \\-#].*\\n|\\n)*)");

  static Stream<FindingPage> all() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages
          .filter(page -> !page.endsWith("README.md"))
          .sorted()
          .map(FindingPage::read)
          .toList()
          .stream();
    }
  }

  private static FindingPage read(Path page) {
    try {
      String text = Files.readString(page);
      String code = page.getFileName().toString().replaceAll("\\.md$", "");
      return new FindingPage(code, table(text), text, section(text, "Bad"), section(text, "Good"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> table(String text) {
    List<String> rows = text.lines().filter(line -> line.startsWith("|")).limit(3).toList();
    List<String> head = cells(rows.getFirst());
    List<String> body = cells(rows.getLast());
    Map<String, String> table = new LinkedHashMap<>();
    for (int column = 0; column < head.size(); column++) {
      table.put(head.get(column), body.get(column));
    }
    return table;
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|")).map(String::strip).filter(cell -> !cell.isEmpty()).toList();
  }

  private static String section(String text, String name) {
    String head = "\n## " + name + "\n";
    int start = text.indexOf(head);
    if (start < 0) {
      return "";
    }
    int end = text.indexOf("\n## ", start + head.length());
    return text.substring(start + head.length(), end < 0 ? text.length() : end) + "\n";
  }

  boolean hasExample() {
    return !bad.isEmpty() && !good.isEmpty();
  }

  boolean isOf(String profile) {
    return List.of(cell("profile").split(", ")).contains(profile);
  }

  /** How severe it is for a registry, which need not be as the spec has it. */
  String registrySeverity() {
    return table.getOrDefault("severity for a registry", cell("severity"));
  }

  String cell(String column) {
    return Objects.requireNonNull(table.get(column), column);
  }

  /** Makes the package of an example below a folder and gives its own folder. */
  Path make(String example, Path below) throws IOException {
    String newest = FormatVersion.newest().version().text();
    return make(example, table.getOrDefault("example's format version", newest), below);
  }

  /** The same, in a package that follows another format version. */
  Path make(String example, String formatVersion, Path below) throws IOException {
    Path target = below.resolve("example");
    base(target, formatVersion);
    Matcher matcher = EXAMPLE.matcher(example);
    while (matcher.find()) {
      Optional<String> without = Optional.ofNullable(matcher.group("without"));
      if (without.isPresent()) {
        delete(target.resolve(without.get()));
      } else {
        write(
            target.resolve(matcher.group("file")),
            matcher.group("text"),
            matcher.group("part") != null);
      }
    }
    return target;
  }

  /** From which format version on it is found, where that is not all. */
  Optional<SemanticVersion> firstVersion() {
    Matcher from = FROM.matcher(cell("format versions"));
    return from.find() ? SemanticVersion.parse(from.group(1)).toOptional() : Optional.empty();
  }

  private void base(Path target, String formatVersion) throws IOException {
    PackageTemplate template =
        PackageTemplate.find(cell("types").replaceAll(",.*", "")).orElseThrow();
    for (Map.Entry<String, String> file : template.files(NAMES, formatVersion).entrySet()) {
      write(target.resolve(file.getKey()), file.getValue(), /* inPart= */ false);
    }
  }

  private static void write(Path file, String text, boolean inPart) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, inPart ? replaced(Files.readString(file), text) : text);
  }

  /** The keys of the text take the place of those of the same name. */
  private static String replaced(String whole, String text) {
    String result = whole;
    Matcher keys = TOP_KEY.matcher(text);
    while (keys.find()) {
      String block = keys.group();
      String head = keys.group(1);
      Matcher old = TOP_KEY.matcher(result);
      boolean found = false;
      while (!found && old.find()) {
        if (old.group(1).equals(head)) {
          result = result.substring(0, old.start()) + block + result.substring(old.end());
          found = true;
        }
      }
      result = found ? result : result + block;
    }
    return result;
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
    return code;
  }
}
