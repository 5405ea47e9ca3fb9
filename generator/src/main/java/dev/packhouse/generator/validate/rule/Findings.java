package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is found in one package. */
public final class Findings {
  private final RawPackage raw;
  private final List<Finding> found = new ArrayList<>();

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
    found.addAll(more);
  }

  /** What was found while a file was read: to have a key twice is an error in YAML. */
  public void addRead(Collection<Finding> warnings) {
    for (Finding warning : warnings) {
      found.add(warning.code().equals("yaml.duplicate_key") ? warning.asError() : warning);
    }
  }

  public void add(Finding finding) {
    found.add(finding);
  }

  /** In the order in which they were found. */
  public List<Finding> all() {
    return List.copyOf(found);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Finding::isError);
  }

  /** By place, each once. */
  public List<Finding> sorted() {
    return found.stream().sorted().distinct().toList();
  }

  private void add(
      Severity severity, String code, Element element, Place place, String message, String fix) {
    found.add(
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
    found.add(new Finding(severity, code, raw.display(origin), place, message, fix));
  }
}
