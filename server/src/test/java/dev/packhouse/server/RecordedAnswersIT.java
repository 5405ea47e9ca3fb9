package dev.packhouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.SharedCorpus;
import dev.packhouse.generator.SharedMaterial;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generates a registry from each shared corpus, serves it, and holds every recorded answer of the
 * reference registry against it.
 */
final class RecordedAnswersIT {
  /** Kept, so that the conformance script can serve it too without generating it again. */
  private static final Path REGISTRIES =
      Path.of("../target/shared/registries").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource({"features, 1198", "modern, 1201", "production, 4089"})
  void answersAsRecorded(String corpus, int rows) throws IOException {
    Path registry = REGISTRIES.resolve(corpus);
    RunReport report = generate(SharedCorpus.packages(corpus), registry);
    assertThat(report.hasErrors()).as(report.findings().toString()).isFalse();

    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (TestRegistry server = TestRegistry.serve(registry);
        WireClient client = new WireClient(server.address());
        BufferedReader lines = SharedMaterial.open("golden/http-" + corpus + ".jsonl.zst")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JsonMapper.shared().readTree(line);
        if (!row.has("differs")) {
          compared++;
          difference(client, row).ifPresent(differences::add);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(compared).isEqualTo(rows);
  }

  private static RunReport generate(Path packages, Path out) throws IOException {
    Files.createDirectories(out);
    return Generator.run(
        new GenerateOptions(
            List.of(packages),
            out,
            EnumSet.allOf(ArchiveFormat.class),
            ArchiveFormat.ZIP,
            true,
            false),
        Progress.NONE);
  }

  private static Optional<String> difference(WireClient client, JsonNode row) throws IOException {
    String request = row.get("request").asString();
    return RecordedAnswer.of(row)
        .difference(client.get(request))
        .map(difference -> request + ": " + difference);
  }
}
