package dev.packhouse.generator.feed;

import dev.packhouse.generator.describe.Yaml;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a package's changelog says of its versions. It may be of any form: what is not as it should
 * be is left out.
 */
final class ChangelogSummaries {
  private static final String FILE = "changelog.yml";

  /** In characters: a feed is read at a glance. */
  private static final int LONGEST = 2_000;

  private final Map<String, String> byVersion = new HashMap<>();

  private ChangelogSummaries() {}

  static ChangelogSummaries read(RawPackage files) throws IOException {
    ChangelogSummaries summaries = new ChangelogSummaries();
    Yaml.list(files, FILE).forEach(summaries::add);
    return summaries;
  }

  Optional<String> find(String version) {
    return Optional.ofNullable(byVersion.get(version));
  }

  /** Where a version stands in it twice, the first counts. */
  private void add(Value entry) {
    Optional<String> version = text(entry, "version");
    String summary =
        Yaml.list(entry, "changes").stream()
            .flatMap(change -> line(change).stream())
            .collect(Collectors.joining("\n"));
    if (version.isPresent() && !summary.isEmpty()) {
      byVersion.putIfAbsent(version.get(), ShortText.start(summary, LONGEST));
    }
  }

  private static Optional<String> line(Value change) {
    Optional<String> type = text(change, "type");
    return text(change, "description")
        .map(it -> type.map(kind -> kind + ": " + it).orElse(it).replaceAll("\\s+", " ").strip());
  }

  private static Optional<String> text(Value value, String key) {
    return Yaml.find(value, key).flatMap(Value::asText);
  }
}
