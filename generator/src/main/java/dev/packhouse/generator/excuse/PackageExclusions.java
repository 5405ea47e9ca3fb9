package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a package excludes itself: {@code errors.exclude_checks} in its {@code validation.yml}.
 * Other tools of its author read that file too, so nothing is added to it. Whether it is well
 * formed is for the validator to say. A file may have very many entries, so they are found by code.
 */
final class PackageExclusions implements Ground {
  private static final String FILE = "validation.yml";

  /** Entries without effect that are told one by one. */
  private static final int MOST_TOLD = 100;

  private final String file;
  private final List<Excuse> entries = new ArrayList<>();

  /** Of several entries for one code the first one counts. */
  private final Map<String, Excuse> byCode = new HashMap<>();

  private PackageExclusions(String file) {
    this.file = file;
  }

  static PackageExclusions read(RawPackage raw, Function<String, Set<String>> codes)
      throws IOException {
    PackageExclusions exclusions = new PackageExclusions(raw.display(FILE));
    if (raw.files().containsKey(FILE)
        && raw.documents().readYaml(FILE) instanceof Document.Parsed(Value value, var _)) {
      excluded(value).forEach(code -> exclusions.add(code, codes.apply(code.value())));
    }
    return exclusions;
  }

  private void add(Value.Text written, Set<String> codes) {
    Excuse entry = exclusion(written, codes);
    entries.add(entry);
    codes.forEach(code -> byCode.putIfAbsent(code, entry));
  }

  @Override
  public Optional<Excused> excuse(Finding finding) {
    return Optional.ofNullable(byCode.get(finding.code())).flatMap(it -> it.excuse(finding));
  }

  @Override
  public List<Finding> leftovers() {
    List<Finding> all = entries.stream().flatMap(it -> it.leftovers().stream()).toList();
    if (all.size() <= MOST_TOLD) {
      return all;
    }
    Finding others =
        new Finding(
            Severity.WARNING,
            "excuse.entry.unused",
            file,
            Optional.empty(),
            "Nothing that is found is excused by "
                + CountedNoun.of(all.size() - MOST_TOLD, "more code")
                + " here.",
            "Remove the entries, or mend their codes.");
    return Stream.concat(all.stream().limit(MOST_TOLD), Stream.of(others)).toList();
  }

  private static Stream<Value.Text> excluded(Value file) {
    return find(file, "errors").flatMap(errors -> find(errors, "exclude_checks")).stream()
        .flatMap(PackageExclusions::items)
        .filter(Value.Text.class::isInstance)
        .map(Value.Text.class::cast);
  }

  private static Stream<Value> items(Value value) {
    return value instanceof Value.Sequence(var _, var items) ? items.stream() : Stream.empty();
  }

  private Excuse exclusion(Value.Text written, Set<String> codes) {
    Excuse.Entry entry =
        new Excuse.Entry(
            written.value(),
            codes,
            // It is only shown what was found in this package.
            _ -> true,
            /* lookedAt= */ true,
            "The package excludes " + written.value() + ".",
            Optional.empty(),
            /* expired= */ false);
    return new Excuse(entry, file, written.place());
  }

  private static Optional<Value> find(Value value, String key) {
    return value instanceof Value.Mapping mapping ? mapping.find(key) : Optional.empty();
  }
}
