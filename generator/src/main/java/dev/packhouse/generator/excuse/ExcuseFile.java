package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Glob;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The excuses of a repository:
 *
 * <pre>
 * excuses:
 *   - code: pipeline.file.unused
 *     path: packages/nginx/**
 *     reason: The pipeline is used by another package.
 *     until: 2027-01-31
 * </pre>
 *
 * Paths are {@link Glob}s of those from the file's folder, or absolute ones of what lies elsewhere.
 * {@code until} is the last day on which the entry counts, and may be left out.
 */
public final class ExcuseFile {
  /** Its name, where none is given. */
  public static final String NAME = ".packhouse.yml";

  private static final String LIST = "excuses";
  private static final String CODE = "code";
  private static final String PATH = "path";
  private static final String REASON = "reason";
  private static final String UNTIL = "until";
  private static final List<String> NEEDED = List.of(CODE, PATH, REASON);
  private static final List<String> KEYS = List.of(CODE, PATH, REASON, UNTIL);

  private final Path file;
  private final Path folder;
  private final List<Path> roots;
  private final LocalDate today;
  private final Function<String, Set<String>> codes;
  private final List<Ground> excuses = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private ExcuseFile(
      Path file, List<Path> roots, LocalDate today, Function<String, Set<String>> codes) {
    this.file = file;
    this.folder = absolute(file).resolveSibling("");
    this.roots = roots.stream().map(ExcuseFile::absolute).toList();
    this.today = today;
    this.codes = codes;
  }

  /**
   * What a file holds.
   *
   * @param findings what is wrong with it
   */
  public record Content(List<Ground> excuses, List<Finding> findings) {
    public Content {
      excuses = List.copyOf(excuses);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads the entries. One that is wrong excuses nothing and is a finding.
   *
   * @param file where it lies
   * @param document what stands there
   * @param roots what this run looks at
   * @param today the day of the run
   * @param codes gives all codes that a name means
   */
  public static Content from(
      Path file,
      Document document,
      List<Path> roots,
      LocalDate today,
      Function<String, Set<String>> codes) {
    ExcuseFile reader = new ExcuseFile(file, roots, today, codes);
    switch (document) {
      case Document.Broken(Finding finding) -> reader.findings.add(finding);
      case Document.Parsed(Value value, var warnings) -> {
        reader.findings.addAll(warnings);
        reader.file(value);
      }
    }
    return new Content(reader.excuses, reader.findings);
  }

  private void file(Value value) {
    Optional<List<Value>> entries =
        value instanceof Value.Mapping mapping && mapping.entries().keySet().equals(Set.of(LIST))
            ? mapping.find(LIST).flatMap(ExcuseFile::items)
            : Optional.empty();
    entries.ifPresentOrElse(
        items -> items.forEach(this::entry),
        () -> refuse(value.place(), "The file is not an object with the one key excuses, a list."));
  }

  private static Optional<List<Value>> items(Value value) {
    return value instanceof Value.Sequence(var _, List<Value> items)
        ? Optional.of(items)
        : Optional.empty();
  }

  private void entry(Value value) {
    if (!(value instanceof Value.Mapping mapping)) {
      refuse(value.place(), "An entry is " + value.kind() + ", not an object.");
      return;
    }
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        refuse(
            entry.getValue().keyPlace(),
            "There is no key " + entry.getKey() + "; known are " + String.join(", ", KEYS) + ".");
        return;
      }
      entry
          .getValue()
          .value()
          .asWritten()
          .filter(text -> !text.isBlank())
          .ifPresent(text -> texts.put(entry.getKey(), text));
    }
    NEEDED.stream()
        .filter(key -> !texts.containsKey(key))
        .findFirst()
        .ifPresentOrElse(
            key -> refuse(mapping.place(), "The entry has no " + key + "."),
            () -> add(mapping, texts));
  }

  private void add(Value.Mapping mapping, Map<String, String> texts) {
    String path = texts.getOrDefault(PATH, "");
    Optional<LocalDate> until;
    try {
      // A list or nothing is no day either, and must not be taken for no end.
      until = mapping.find(UNTIL).map(_ -> LocalDate.parse(texts.getOrDefault(UNTIL, "")));
    } catch (DateTimeParseException noDay) {
      refuse(place(mapping, UNTIL), "until is no day such as 2027-01-31.");
      return;
    }
    Optional<String> problem = problem(path);
    if (problem.isPresent()) {
      refuse(place(mapping, PATH), problem.get());
      return;
    }
    switch (Glob.parse(path)) {
      case ParseResult.Rejected<Glob>(String reason) ->
          refuse(place(mapping, PATH), "path is no glob: " + reason + ".");
      case ParseResult.Parsed<Glob>(Glob glob) ->
          excuses.add(
              new Excuse(entry(texts, path, glob, until), file.toString(), mapping.place()));
    }
  }

  /** Why no finding can have such a path. */
  private Optional<String> problem(String path) {
    if (path.indexOf('\0') >= 0) {
      return Optional.of("path holds a character that no path has.");
    }
    List<String> names = List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    if (names.stream().anyMatch(Set.of("", ".", "..")::contains)) {
      return Optional.of(
          "path has a name that is empty, . or .., and no path from the folder of this file has.");
    }
    try {
      boolean isInFolder = base(path).startsWith(folder);
      return path.startsWith("/") && isInFolder
          ? Optional.of("path begins with the folder of this file, from which it should be.")
          : Optional.empty();
    } catch (InvalidPathException impossible) {
      return Optional.of("path holds a character that no path has.");
    }
  }

  private Excuse.Entry entry(
      Map<String, String> texts, String path, Glob glob, Optional<LocalDate> until) {
    String code = texts.getOrDefault(CODE, "");
    return new Excuse.Entry(
        code,
        codes.apply(code),
        found -> glob.matches(RelativePath.text(folder, found)),
        isLookedAt(path),
        texts.getOrDefault(REASON, ""),
        until,
        until.filter(today::isAfter).isPresent());
  }

  /** A glob that names packages beside those of this run cannot be said to be without effect. */
  private boolean isLookedAt(String glob) {
    return roots.stream().anyMatch(base(glob)::startsWith);
  }

  /** The folder in which all lies that a glob may name. */
  private Path base(String glob) {
    return folder.resolve(Glob.fixedPart(glob));
  }

  private static Place place(Value.Mapping mapping, String key) {
    return mapping.find(key).map(Value::place).orElse(mapping.place());
  }

  private void refuse(Place place, String message) {
    findings.add(
        new Finding(
            Severity.ERROR,
            "excuse.entry.invalid",
            file.toString(),
            Optional.of(place),
            message,
            "Write a list excuses: with code, path, reason and, if you like, until in each"
                + " entry."));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
