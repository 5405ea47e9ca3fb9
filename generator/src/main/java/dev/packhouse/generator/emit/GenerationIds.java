package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Numbers generations, without the clock: each gets the next number. */
final class GenerationIds {
  private GenerationIds() {}

  /** A number that no generation in the output folder has, whole or not, current or not. */
  static String next(Path out, KeptGenerations kept) throws IOException {
    long highest = 0;
    // After a rollback the current one is not the highest, and a copy may lack those beside it.
    for (String id : kept.pointer().map(RegistryPointer::generations).orElse(List.of())) {
      highest = Math.max(highest, number(id));
    }
    for (Path folder : Folders.list(out.resolve(RegistryLayout.GENERATIONS))) {
      highest = Math.max(highest, number(Folders.name(folder)));
    }
    return String.format(Locale.ROOT, "%06d", highest + 1);
  }

  private static long number(String id) {
    return RegistryPointer.isGeneration(id) ? Long.parseLong(id) : 0;
  }
}
