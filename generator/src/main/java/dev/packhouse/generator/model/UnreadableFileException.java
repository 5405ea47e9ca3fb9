package dev.packhouse.generator.model;

import java.io.IOException;
import java.util.Optional;

/**
 * A file or folder of a package that cannot be read. Other failures are those of the whole run;
 * this one is the package's, and a finding.
 */
public final class UnreadableFileException extends IOException {
  private final String file;
  private final IOException reason;

  /**
   * @param file path as the user knows it
   */
  public UnreadableFileException(String file, IOException reason) {
    super("cannot read " + file, reason);
    this.file = file;
    this.reason = reason;
  }

  /** The same, with the innermost path where the reason is one already. */
  public static UnreadableFileException of(String file, IOException reason) {
    return reason instanceof UnreadableFileException known
        ? known
        : new UnreadableFileException(file, reason);
  }

  /** What the author of the package is told. */
  public Finding finding() {
    return new Finding(
        Severity.ERROR,
        "package.file.unreadable",
        file,
        Optional.empty(),
        "This cannot be read: " + RefusalReason.of(reason) + ".",
        "Make it readable for whoever runs Packhouse, or remove it.");
  }
}
