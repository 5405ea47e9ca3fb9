package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What schemas refer to is followed by hand as well, to say what belongs there. */
final class SchemaReferencesTest {
  private static final Path SCHEMAS =
      Path.of("src/main/resources/dev/packhouse/generator/spec/schema").toAbsolutePath();

  private static final Pattern REFERENCE = Pattern.compile("(/[a-z_/-]+\\.json)?#(/.+)");

  @Test
  void refersToPartsOfSchemasThatAreThere() throws IOException {
    int references = 0;
    for (Path file : schemas()) {
      for (JsonNode reference : read(file).findValues("$ref")) {
        Matcher matcher = REFERENCE.matcher(reference.stringValue());
        assertThat(matcher.matches()).as(file + ": " + reference).isTrue();
        Path target = matcher.group(1) == null ? file : Path.of(SCHEMAS + matcher.group(1));
        assertThat(read(target).at(matcher.group(2)).isObject())
            .as(file + ": " + reference)
            .isTrue();
        references++;
      }
    }

    assertThat(references).isGreaterThan(100);
  }

  private static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      return files.filter(it -> it.toString().endsWith(".json")).toList();
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }
}
