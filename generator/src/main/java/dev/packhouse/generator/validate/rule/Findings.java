package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Collects what is found in one package. */
public final class Findings {
  /** What reading warns of, and the spec forbids. */
  private static final Set<String> ERRORS_OF_THE_SPEC =
      Set.of("yaml.duplicate_key", "json.byte_order_mark");

  /** Of one kind, which is a code and severity in one file; others are counted. */
  private static final int MOST_KEPT = 1_000;

  /** In a package; further ones are counted, too. */
  private static final int MOST = 10_000;

  /** Of one kind; one is always kept. */
  private static final class Alike {
    private final List<Finding> kept = new ArrayList<>();
    private int more;

    /** Gives whether it was kept. */
    boolean add(Finding finding, int most) {
      boolean isKept = kept.size() < most;
      if (isKept) {
        kept.add(finding);
      } else {
        more++;
      }
      return isKept;
    }
  }

  private record Kind(Severity severity, String file, String code) {
    static Kind of(Finding finding) {
      return new Kind(finding.severity(), finding.file(), finding.code());
    }
  }

  private final RawPackage raw;
  private final Map<Kind, Alike> found = new LinkedHashMap<>();

  /** Those in files of which nothing else of the kind is kept, as if the package was their file. */
  private final Map<Kind, Alike> elsewhere = new LinkedHashMap<>();

  private int kept;

  /** Files whose reading was told of. */
  private final Set<String> told = new HashSet<>();

  private final NearestName.Guesses guesses = new NearestName.Guesses();

  public Findings(RawPackage raw) {
    this.raw = raw;
  }

  /**
   * About a place in a file.
   *
   * @param file path below the package
   */
  public void error(String code, String file, Place place, String message, String fix) {
    add(Severity.ERROR, code, file, Optional.of(place), message, fix);
  }

  /** About a file or folder as a whole. */
  public void error(String code, String file, String message, String fix) {
    add(Severity.ERROR, code, file, Optional.empty(), message, fix);
  }

  public void warning(String code, String file, Place place, String message, String fix) {
    add(Severity.WARNING, code, file, Optional.of(place), message, fix);
  }

  /** About a value in a file. */
  public void error(String code, Element element, String message, String fix) {
    add(Severity.ERROR, code, element, element.place(), message, fix);
  }

  /** About a value in a file, which shows best at a place of its own. */
  public void error(String code, Element element, Place place, String message, String fix) {
    add(Severity.ERROR, code, element, place, message, fix);
  }

  /** About a key of an object: the place is the key's, or the object's that should have it. */
  public void error(String code, Element object, String key, String message, String fix) {
    add(Severity.ERROR, code, object, object.placeOf(key), message, fix);
  }

  /** About a value in a file: an error, or only a warning where the spec is not strict yet. */
  void errorIf(boolean isStrict, String code, Element element, String message, String fix) {
    Severity severity = isStrict ? Severity.ERROR : Severity.WARNING;
    add(severity, code, element, element.place(), message, fix);
  }

  /** About a value in a file. */
  public void warning(String code, Element element, String message, String fix) {
    add(Severity.WARNING, code, element, element.place(), message, fix);
  }

  public void addAll(Collection<Finding> more) {
    more.forEach(this::add);
  }

  /**
   * What was found while a file was read, however often: to have a key twice is an error in YAML,
   * and a byte order mark is one in JSON.
   */
  public void addRead(List<Finding> warnings) {
    if (warnings.isEmpty() || !told.add(warnings.getFirst().file())) {
      return;
    }
    for (Finding warning : warnings) {
      add(ERRORS_OF_THE_SPEC.contains(warning.code()) ? warning.asError() : warning);
    }
  }

  public void add(Finding finding) {
    if (alike(finding).add(finding, kept >= MOST ? 1 : MOST_KEPT)) {
      kept++;
    }
  }

  /** The name that is nearest to what is written, under the same limit as {@link #fix}. */
  Optional<String> near(String written, Collection<String> names) {
    return guesses.of(written, names);
  }

  /**
   * What to do about a name that is none: write the nearest one, or else what is said. A package
   * with very many of them gets no more guesses at some point.
   */
  public String fix(String written, Collection<String> names, String otherwise) {
    return guesses.fix(written, names, otherwise);
  }

  /** Adds what was found elsewhere, as something makes it. */
  public void addAll(Findings others, UnaryOperator<Finding> as) {
    for (Alike alike : others.found.values()) {
      alike.kept.stream().map(as).forEach(this::add);
      alike(as.apply(alike.kept.getFirst())).more += alike.more;
    }
    for (Alike alike : others.elsewhere.values()) {
      Finding first = as.apply(alike.kept.getFirst());
      Alike here = elsewhere(first);
      here.add(first, 1);
      here.more += alike.more;
    }
  }

  public boolean hasErrors() {
    return Stream.concat(found.keySet().stream(), elsewhere.keySet().stream())
        .anyMatch(kind -> kind.severity() == Severity.ERROR);
  }

  /** Where it belongs. */
  private Alike alike(Finding finding) {
    Kind kind = Kind.of(finding);
    return kept >= MOST && !found.containsKey(kind)
        ? elsewhere(finding)
        : found.computeIfAbsent(kind, _ -> new Alike());
  }

  private Alike elsewhere(Finding finding) {
    Kind kind = new Kind(finding.severity(), raw.display(""), finding.code());
    return elsewhere.computeIfAbsent(kind, _ -> new Alike());
  }

  /** By place, each once; those that are not kept stand for as many as there are. */
  public List<Finding> sorted() {
    return Stream.concat(
            found.values().stream().flatMap(Findings::withTheRest),
            elsewhere.values().stream().map(this::inOtherFiles))
        .sorted()
        .toList();
  }

  private static Stream<Finding> withTheRest(Alike alike) {
    List<Finding> kept = alike.kept.stream().sorted().distinct().toList();
    return alike.more == 0
        ? kept.stream()
        : Stream.concat(kept.stream(), Stream.of(kept.getLast().forMore(alike.more)));
  }

  private Finding inOtherFiles(Alike alike) {
    Finding first = alike.kept.getFirst();
    return new Finding(
            first.severity(),
            first.code(),
            raw.display(""),
            Optional.empty(),
            first.message(),
            first.fix())
        .forMore(alike.kept.size() + alike.more);
  }

  private void add(
      Severity severity, String code, Element element, Place place, String message, String fix) {
    add(
        new Finding(
            severity,
            code,
            // An author mends the target of a link.
            raw.display(raw.documents().origin(element.file())),
            Optional.of(place),
            Optional.of(element.name()).filter(name -> !name.isEmpty()),
            message,
            fix));
  }

  private void add(
      Severity severity,
      String code,
      String file,
      Optional<Place> place,
      String message,
      String fix) {
    String origin = place.isPresent() ? raw.documents().origin(file) : file;
    add(new Finding(severity, code, raw.display(origin), place, message, fix));
  }
}
