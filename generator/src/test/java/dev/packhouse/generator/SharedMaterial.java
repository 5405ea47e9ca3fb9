package dev.packhouse.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The recorded verdicts and answers that are shared between checkouts and lie outside of them: in
 * the folder that {@code PACKHOUSE_SHARED} names, or in {@code shared} beside the checkout. Tests
 * that need what is not there are skipped.
 */
public final class SharedMaterial {

  private static final String VARIABLE = "PACKHOUSE_SHARED";

  /** The frames were written with a window of 2^27 bytes, more than a decoder takes unasked. */
  private static final int WINDOW_BITS = 27;

  private SharedMaterial() {}

  /** A file or folder of the shared folder; the calling test is skipped where it is missing. */
  public static Path path(String relative) {
    Optional<Path> found = folder().map(folder -> folder.resolve(relative)).filter(Files::exists);
    if (found.isEmpty()) {
      String message = "skipped: no shared/" + relative + " beside the checkout or in " + VARIABLE;
      System.out.println(message);
      Assumptions.abort(message);
    }
    return found.orElseThrow();
  }

  /** Opens a {@code .zst} of the shared folder as UTF-8 text; for the caller to close. */
  public static BufferedReader open(String relative) throws IOException {
    return new BufferedReader(new InputStreamReader(unpack(path(relative)), UTF_8));
  }

  /** What is packed in a {@code .zst} of the shared folder; for the caller to close. */
  static InputStream unpack(Path packed) throws IOException {
    ZstdInputStream stream = new ZstdInputStream(Files.newInputStream(packed));
    stream.setLongMax(WINDOW_BITS);
    return stream;
  }

  private static Optional<Path> folder() {
    String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
    return named == null ? besideCheckout() : Optional.of(Path.of(named));
  }

  private static Optional<Path> besideCheckout() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(SharedMaterial::isCheckout)
        .findFirst()
        .map(checkout -> checkout.resolveSibling("shared"));
  }

  private static boolean isCheckout(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"))
        && Files.isDirectory(folder.resolve("generator"))
        && Files.isDirectory(folder.resolve("server"));
  }
}
