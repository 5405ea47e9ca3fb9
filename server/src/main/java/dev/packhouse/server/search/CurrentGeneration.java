package dev.packhouse.server.search;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the pointer of an output folder to the generation that counts. */
public final class CurrentGeneration {
  private CurrentGeneration() {}

  /**
   * The folder of the generation that counts.
   *
   * @param publicFolder what {@code packhouse generate} wrote
   * @throws IOException if nothing was published there, or by a generator that this server does not
   *     understand
   */
  public static Path folder(Path publicFolder) throws IOException {
    Path pointer = publicFolder.resolve(RegistryLayout.POINTER);
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(pointer));
      int format = json.path("format").asInt(0);
      String generation = json.path("generation").asString("");
      if (format != RegistryLayout.FORMAT || !generation.matches("[0-9]+")) {
        throw new IOException(
            pointer
                + " has format "
                + format
                + ", and this server reads "
                + RegistryLayout.FORMAT
                + ": generate again with the same version of Packhouse");
      }
      return publicFolder.resolve(RegistryLayout.GENERATIONS).resolve(generation);
    } catch (NoSuchFileException missing) {
      throw new IOException(
          "there is no registry in "
              + publicFolder
              + " (no "
              + RegistryLayout.POINTER
              + "): run packhouse generate first, or name the folder with --public",
          missing);
    } catch (JacksonException damaged) {
      throw new IOException(pointer + " is damaged: " + damaged.getOriginalMessage(), damaged);
    }
  }
}
