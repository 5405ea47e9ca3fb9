package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What may be published as the signature of a zip. It is published as it is, so no link may bring
 * in a file from elsewhere.
 *
 * @param file absent if there is none, or it is refused
 */
record Signature(Optional<Path> file, List<Finding> findings) {
  /** In bytes; a detached signature has about one thousand. */
  private static final long LARGEST = 64 * 1024;

  /**
   * @param file where it would lie
   * @param display its path as the user knows it
   * @param folder of the packages, which it must not leave
   */
  static Signature read(Path file, String display, Path folder) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new Signature(Optional.empty(), List.of());
    }
    if (!file.toRealPath().startsWith(folder.toRealPath())) {
      return refused(
          "package.link.outside",
          display,
          "The signature is a symbolic link that leads out of the packages' folder.",
          "Put the signature itself here.");
    }
    if (!Files.isReadable(file)) {
      IOException reason = new AccessDeniedException(file.toString());
      return refused(new UnreadableFileException(display, reason).finding());
    }
    if (Files.size(file) > LARGEST) {
      return refused(
          "package.signature.size",
          display,
          "A signature has at most " + LARGEST + " bytes.",
          "Put a detached signature here, or take this file away.");
    }
    return new Signature(Optional.of(file), List.of());
  }

  private static Signature refused(String code, String display, String message, String fix) {
    return refused(ReadFindings.error(code, display, message, fix));
  }

  private static Signature refused(Finding finding) {
    return new Signature(Optional.empty(), List.of(finding));
  }
}
