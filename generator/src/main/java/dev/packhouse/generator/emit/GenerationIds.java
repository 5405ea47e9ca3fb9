package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Numbers generations, without the clock: each gets the next number. */
final class GenerationIds {
  private GenerationIds() {}

  /** A number that no generation in the output folder has, whole or not, current or not. */
  static String next(Path out, KeptGenerations kept) throws IOException {
    long highest = kept.current().map(current -> number(current.id())).orElse(0L);
    for (Path folder : Folders.list(out.resolve(RegistryLayout.GENERATIONS))) {
      highest = Math.max(highest, number(Folders.name(folder)));
    }
    return String.format(Locale.ROOT, "%06d", highest + 1);
  }

  private static long number(String id) {
    return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
  }
}
