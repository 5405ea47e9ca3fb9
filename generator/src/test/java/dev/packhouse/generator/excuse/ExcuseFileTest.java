package dev.packhouse.generator.excuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcuseFileTest {
  /** Half a character is one that no system has in a path; which others it lacks is its own. */
  @ParameterizedTest
  @ValueSource(strings = {"packages/", "/packages/"})
  void refusesAPathThatTheSystemCannotHave(String folder) {
    Value entry =
        object(
            Map.of("code", text("x"), "path", text(folder + "\uD800/**"), "reason", text("Why.")));
    Value list = new Value.Sequence(Place.START, List.of(entry));

    ExcuseFile.Content content =
        ExcuseFile.from(
            Path.of("excuses.yml"),
            new Document.Parsed(object(Map.of("excuses", list)), List.of()),
            List.of(Path.of("packages")),
            LocalDate.EPOCH,
            Set::of);

    assertThat(content.excuses()).isEmpty();
    assertThat(content.findings())
        .extracting(Finding::code, Finding::message)
        .containsExactly(tuple("excuse.entry.invalid", "path holds a character that no path has."));
  }

  private static Value object(Map<String, Value> values) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Value.Entry(Place.START, true, value)));
    return new Value.Mapping(Place.START, entries);
  }

  private static Value text(String text) {
    return new Value.Text(Place.START, text);
  }
}
