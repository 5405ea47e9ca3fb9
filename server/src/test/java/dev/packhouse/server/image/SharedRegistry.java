package dev.packhouse.server.image;

import dev.packhouse.generator.cli.GenerateCommand;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;

/** A registry of the sample packages that containers of any user can read. */
final class SharedRegistry {
  static final Path SAMPLES = Path.of("../packages");
  static final int VERSIONS = 13;

  /** Below the build's folder, because temporary folders are their owner's alone. */
  private static final Path TARGET = Path.of("target/image-test");

  private static final Path FOLDER = generate(TARGET.resolve("public"));

  private SharedRegistry() {}

  static Path folder() {
    return FOLDER;
  }

  /** Another one, that a test may damage. */
  static Path ownedBy(Class<?> test) {
    return generate(TARGET.resolve(test.getSimpleName()));
  }

  private static Path generate(Path out) {
    int exitCode =
        new CommandLine(new GenerateCommand(InstantSource.system()))
            .execute("--packages=" + SAMPLES, "--out=" + out, "--replace");
    if (exitCode != 0) {
      throw new IllegalStateException("the sample packages are not published: " + exitCode);
    }
    return out;
  }
}
