package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.model.ShortText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings that were there before. Written as
 *
 * <pre>
 * {"version": 1, "findings": [{"code": …, "file": …, "subject": …, "count": 1}, …]}
 * </pre>
 *
 * sorted, so that the same findings make the same text. Paths are those from its folder.
 */
public final class Baseline implements Ground {
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final Path folder;

  /** How many of each have not occurred yet. */
  private final Map<FindingKey, Integer> left;

  private Baseline(Path file, Map<FindingKey, Integer> counts) {
    this.file = file;
    this.folder = folder(file);
    this.left = new ConcurrentHashMap<>(counts);
  }

  /**
   * Reads a baseline.
   *
   * @param file where it lies
   * @param text what stands there
   */
  public static ParseResult<Baseline> parse(Path file, String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JacksonException broken) {
      return new ParseResult.Rejected<>("it is no JSON");
    }
    if (!isWhole(json.path("version"))
        || json.path("version").intValue() != VERSION
        || !json.path("findings").isArray()) {
      return new ParseResult.Rejected<>("it has no version " + VERSION + " and list of findings");
    }
    Map<FindingKey, Integer> counts = new TreeMap<>();
    for (JsonNode entry : json.path("findings")) {
      FindingKey key =
          new FindingKey(
              entry.path("code").asString(""),
              entry.path("file").asString(""),
              entry.path("subject").asString(""));
      int count = isWhole(entry.path("count")) ? entry.path("count").intValue() : 0;
      if (count < 1 || key.code().isEmpty() || key.file().isEmpty() || key.subject().isEmpty()) {
        return new ParseResult.Rejected<>(
            "an entry lacks code, file, subject or count: " + shown(entry));
      }
      if (counts.put(key, count) != null) {
        return new ParseResult.Rejected<>("two entries are about the same: " + shown(entry));
      }
    }
    return new ParseResult.Parsed<>(new Baseline(file, counts));
  }

  /**
   * The text of a baseline that accepts these findings, save those of the run.
   *
   * @param file where it will lie
   */
  public static String text(Path file, Collection<Finding> findings) {
    Path folder = folder(file);
    Map<FindingKey, Integer> counts = new TreeMap<>();
    findings.stream()
        .filter(it -> !OfTheRun.is(it))
        .forEach(it -> counts.merge(FindingKey.of(it, folder), 1, Integer::sum));
    ObjectNode json = JSON.createObjectNode().put("version", VERSION);
    ArrayNode entries = json.putArray("findings");
    counts.forEach(
        (key, count) ->
            entries
                .addObject()
                .put("code", key.code())
                .put("file", key.file())
                .put("subject", key.subject())
                .put("count", count));
    return JSON.writeValueAsString(json) + "\n";
  }

  @Override
  public Optional<Excused> excuse(Finding finding) {
    AtomicBoolean known = new AtomicBoolean();
    left.computeIfPresent(
        FindingKey.of(finding, folder),
        (_, count) -> {
          known.set(count > 0);
          return Math.max(0, count - 1);
        });
    return known.get()
        ? Optional.of(new Excused(finding, "It was there before.", file.toString()))
        : Optional.empty();
  }

  @Override
  public List<Finding> leftovers() {
    long gone = left.values().stream().mapToLong(count -> count).sum();
    return gone == 0
        ? List.of()
        : List.of(
            new Finding(
                Severity.NOTE,
                "baseline.entry.unused",
                file.toString(),
                Optional.empty(),
                CountedNoun.of(gone, "finding") + " of the baseline did not occur.",
                "If they are mended and all packages were looked at, write the baseline anew:"
                    + " --write-baseline."));
  }

  /** A text with digits in it is none, and neither is what would have to be cut. */
  private static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToInt();
  }

  private static String shown(JsonNode entry) {
    return ShortText.of(entry.toString());
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }
}
