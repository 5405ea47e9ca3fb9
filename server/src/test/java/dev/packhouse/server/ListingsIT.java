package dev.packhouse.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain file host gives what the server answers. */
final class ListingsIT {
  @TempDir Path registry;

  @Test
  void areTheAnswersOfTheServerByteForByte() throws IOException {
    GenerateOptions options =
        new GenerateOptions(
            List.of(Path.of("../packages")),
            registry,
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false);
    Generator.run(options, Progress.NONE);

    try (TestRegistry server = TestRegistry.serve(registry);
        WireClient client = new WireClient(server.address())) {
      assertSame("search.json", client.get("/search"));
      assertSame("search-all.json", client.get("/search?all=true&prerelease=true"));
      assertSame("categories.json", client.get("/categories"));
      assertSame("index.json", client.get("/"));
      assertSame("openapi.json", client.get("/openapi.json"));
    }
  }

  private void assertSame(String file, WireClient.Answer answer) throws IOException {
    byte[] listing = Files.readAllBytes(registry.resolve(file));
    assertThat(listing).hasSizeGreaterThan(10);
    assertThat(new String(answer.body(), ISO_8859_1))
        .as(file)
        .isEqualTo(new String(listing, ISO_8859_1));
  }
}
