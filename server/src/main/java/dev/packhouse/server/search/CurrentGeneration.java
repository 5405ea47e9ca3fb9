package dev.packhouse.server.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
    Path file = publicFolder.resolve(RegistryLayout.POINTER);
    byte[] text;
    try {
      text = Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new IOException(
          "there is no registry in %s (no %s): run packhouse generate first, or name the folder with --public"
              .formatted(publicFolder, RegistryLayout.POINTER));
    }
    return switch (RegistryPointer.parse(new String(text, UTF_8))) {
      case ParseResult.Parsed(RegistryPointer pointer) ->
          publicFolder.resolve(RegistryLayout.GENERATIONS).resolve(pointer.generation());
      case ParseResult.Rejected(String reason) ->
          throw new IOException(
              file + " cannot be followed: " + reason + "; generate again with this release");
    };
  }
}
