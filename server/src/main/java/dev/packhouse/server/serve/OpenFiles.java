package dev.packhouse.server.serve;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many files and sockets the system lets this process have open. Where there are none left,
 * Helidon stops listening for good.
 */
final class OpenFiles {
  private static final System.Logger LOGGER = System.getLogger(OpenFiles.class.getName());
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Pattern SOFT_LIMIT = Pattern.compile("(?m)^Max open files +(\\d{1,9}) ");

  private OpenFiles() {}

  /** Nothing where the system does not say, or sets no limit that could be reached. */
  static OptionalInt limit() {
    try {
      return limit(Files.readString(LIMITS));
    } catch (IOException elsewhere) {
      LOGGER.log(Level.DEBUG, "the limit of open files is not known", elsewhere);
      return OptionalInt.empty();
    }
  }

  static OptionalInt limit(String limits) {
    Matcher line = SOFT_LIMIT.matcher(limits);
    return line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
  }
}
