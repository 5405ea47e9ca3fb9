package dev.packhouse.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers whether something got lost, which writers keep to themselves. */
final class StandardOutput extends OutputStream {
  private static final Path DEVICE = Path.of("/dev/stdout");

  /** The kind of a file in its mode, as POSIX has it, and the kinds that somebody reads. */
  private static final int KIND = 0170000;

  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final OutputStream out;
  private final BooleanSupplier isPipe;
  private @Nullable IOException failure;

  /**
   * @param isPipe a pipe fails only when its reader wants no more
   */
  StandardOutput(OutputStream out, BooleanSupplier isPipe) {
    this.out = out;
    this.isPipe = isPipe;
  }

  /** That of this process. */
  static StandardOutput open() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out), StandardOutput::isPipe);
  }

  /** Why output got lost that somebody wanted. */
  Optional<IOException> lost() {
    return failure == null || isPipe.getAsBoolean()
        ? Optional.empty()
        : Optional.of(new IOException("cannot write to standard output", failure));
  }

  @Override
  public void write(int each) throws IOException {
    write(new byte[] {(byte) each}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    try {
      out.write(bytes, start, length);
    } catch (IOException failed) {
      failure = failed;
      throw failed;
    }
  }

  /** Not by the words of the failure, which are in the language of the machine. */
  private static boolean isPipe() {
    try {
      int kind = (int) Files.getAttribute(DEVICE, "unix:mode") & KIND;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
