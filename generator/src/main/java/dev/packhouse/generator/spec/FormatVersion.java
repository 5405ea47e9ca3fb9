package dev.packhouse.generator.spec;

import dev.packhouse.generator.model.SemanticVersion;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A version of the package format.
 *
 * @param released whether it is final; packages that are may not follow one that is not
 */
public record FormatVersion(SemanticVersion version, boolean released) {
  private static final List<FormatVersion> KNOWN = read();

  /** All that there are, the newest first. */
  public static List<FormatVersion> known() {
    return KNOWN;
  }

  /** The newest one that is final. */
  public static FormatVersion newest() {
    return KNOWN.stream().filter(FormatVersion::released).findFirst().orElseThrow();
  }

  /** The one that a manifest names; empty if there is none such. */
  public static Optional<FormatVersion> find(SemanticVersion named) {
    return KNOWN.stream().filter(known -> known.version().compareTo(named) == 0).findFirst();
  }

  private static List<FormatVersion> read() {
    return SpecData.read("versions").path("versions").valueStream().map(FormatVersion::of).toList();
  }

  private static FormatVersion of(JsonNode entry) {
    SemanticVersion version =
        SemanticVersion.parseStrict(entry.path("version").stringValue())
            .toOptional()
            .orElseThrow(() -> new IllegalStateException("no version: " + entry));
    return new FormatVersion(version, entry.path("released").asBoolean(true));
  }
}
