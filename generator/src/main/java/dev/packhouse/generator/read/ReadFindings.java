package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.util.Optional;

/** Short ways to say what reading finds. */
final class ReadFindings {
  /**
   * In a package: as many as the spec allows in one folder. The largest real one has some thousand.
   */
  static final int MOST_FILES = 65_535;

  private ReadFindings() {}

  static Finding error(String code, String file, Place place, String message, String fix) {
    return new Finding(Severity.ERROR, code, file, Optional.of(place), message, fix);
  }

  static Finding error(String code, String file, String message, String fix) {
    return new Finding(Severity.ERROR, code, file, Optional.empty(), message, fix);
  }

  static Finding warning(String code, String file, Place place, String message, String fix) {
    return new Finding(Severity.WARNING, code, file, Optional.of(place), message, fix);
  }

  static Finding warning(String code, String file, String message, String fix) {
    return new Finding(Severity.WARNING, code, file, Optional.empty(), message, fix);
  }

  static Finding duplicateKey(String code, String file, Place place, String key, Place before) {
    return warning(
        code,
        file,
        place,
        "The key " + key + " stands twice; the last one counts.",
        "Remove the one on line " + before.line() + ", or this one.");
  }

  /** More than {@link Documents#MOST_VALUES} stand in the file. */
  static Finding tooManyValues(String file, Place place) {
    return error(
        "file.value_limit",
        file,
        place,
        "The file holds more than " + Documents.MOST_VALUES + " keys and values.",
        "Make it smaller, or split it.");
  }

  static Finding tooManyFiles(String display) {
    return error(
        "package.files_limit",
        display,
        "The package holds more than " + MOST_FILES + " files.",
        "Leave out what is not needed.");
  }

  static Finding note(String code, String file, String message, String fix) {
    return new Finding(Severity.NOTE, code, file, Optional.empty(), message, fix);
  }
}
