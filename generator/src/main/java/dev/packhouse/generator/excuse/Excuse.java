package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** One entry of a file that excuses findings of some codes in some files. */
final class Excuse implements Ground {
  /**
   * What an entry says.
   *
   * @param code as it is written there
   * @param codes all that it means; none where no finding ever has it
   * @param area says of the path of a finding whether it lies where findings are excused
   * @param lookedAt whether this run looks at all of that area, so that an entry without effect can
   *     be told
   * @param expired the day until which it counts is over
   */
  record Entry(
      String code,
      Set<String> codes,
      Predicate<String> area,
      boolean lookedAt,
      String reason,
      Optional<LocalDate> until,
      boolean expired) {
    Entry {
      codes = Set.copyOf(codes);
    }
  }

  private final Entry entry;
  private final String file;
  private final Place place;
  private final AtomicBoolean met = new AtomicBoolean();

  /**
   * @param file in which the entry stands
   * @param place where it begins
   */
  Excuse(Entry entry, String file, Place place) {
    this.entry = entry;
    this.file = file;
    this.place = place;
  }

  @Override
  public Optional<Excused> excuse(Finding finding) {
    if (!entry.codes().contains(finding.code()) || !entry.area().test(finding.file())) {
      return Optional.empty();
    }
    met.set(true);
    return entry.expired()
        ? Optional.empty()
        : Optional.of(new Excused(finding, entry.reason(), file + ":" + place.line()));
  }

  @Override
  public List<Finding> leftovers() {
    if (met.get()) {
      return entry.expired() ? List.of(late()) : List.of();
    }
    if (entry.codes().isEmpty()) {
      return List.of(unused("No finding of Packhouse has the code " + entry.code() + "."));
    }
    return entry.lookedAt()
        ? List.of(unused("Nothing that is found is excused by " + entry.code() + " here."))
        : List.of();
  }

  private Finding late() {
    String day = entry.until().map(LocalDate::toString).orElse("");
    return warning(
        "excuse.entry.expired",
        "The excuse for " + entry.code() + " counted until " + day + " and counts no more.",
        "Mend what it excused, or give it a later day and a reason why.");
  }

  private Finding unused(String message) {
    return warning("excuse.entry.unused", message, "Remove the entry, or mend its code or path.");
  }

  private Finding warning(String code, String message, String fix) {
    return new Finding(Severity.WARNING, code, file, Optional.of(place), message, fix);
  }
}
