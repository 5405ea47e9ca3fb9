package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The pages of a generation: {@code pages.jsonl}, a line for each.
 *
 * @param folder of the pages
 * @param madeOf what each is made of, by path
 */
record PageList(Path folder, Map<String, String> madeOf) {
  /** Nothing where the generation has no pages, or a list that cannot be read. */
  static Optional<PageList> read(Path out, String generation) throws IOException {
    Path list = Generation.folder(out, generation).resolve(RegistryLayout.PAGES);
    if (!Files.isRegularFile(list)) {
      return Optional.empty();
    }
    Map<String, String> madeOf = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(list)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode json = Json.MAPPER.readTree(line);
        madeOf.put(json.path("path").asString(""), json.path("madeOf").asString(""));
      }
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
    return Optional.of(new PageList(folder(out, generation), madeOf));
  }

  /** Where the pages of a generation lie. */
  static Path folder(Path out, String generation) {
    return out.resolve(RegistryLayout.pages(generation));
  }

  static void write(Map<String, String> madeOf, OutputStream out) throws IOException {
    for (Map.Entry<String, String> page : madeOf.entrySet()) {
      out.write(
          Json.line(
              Json.MAPPER
                  .createObjectNode()
                  .put("path", page.getKey())
                  .put("madeOf", page.getValue())));
    }
  }

  /** The page, if it was made of that. */
  Optional<Path> find(String path, String source) {
    return source.equals(madeOf.get(path)) ? Optional.of(folder.resolve(path)) : Optional.empty();
  }

  /** Whether none of them is missing. */
  boolean isWhole() {
    return madeOf.keySet().stream().allMatch(path -> Files.isRegularFile(folder.resolve(path)));
  }
}
