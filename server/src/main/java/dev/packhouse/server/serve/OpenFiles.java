package dev.packhouse.server.serve;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many files and sockets the system lets this process have open, and what they are used for.
 * Where there are none left, Helidon stops listening for good.
 */
final class OpenFiles {
  private static final System.Logger LOGGER = System.getLogger(OpenFiles.class.getName());
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final Pattern SOFT_LIMIT = Pattern.compile("(?m)^Max open files +(\\d{1,9}) ");

  private OpenFiles() {}

  /**
   * What clients may keep open.
   *
   * @param connections most of them
   * @param answers most that hold a file open until their clients have read it
   */
  record Shares(int connections, int answers) {
    /**
     * Connections get half of what can still be opened, and answers a quarter. The rest is for what
     * is read without waiting for a client: hashes, another generation of the registry, packages.
     *
     * @param left how many files can still be opened
     * @param wanted connections
     */
    static Shares of(int left, int wanted) {
      return new Shares(Math.clamp(left / 2, 1, wanted), Math.max(1, left / 4));
    }
  }

  /**
   * Of what is not open yet. Where the system does not say, or sets no limit that could be reached,
   * all that is wanted.
   */
  static Shares shares(int wanted) {
    Shares shares = Shares.of(left(), wanted);
    if (shares.connections() < wanted) {
      LOGGER.log(
          Level.INFO,
          "at most {0} connections and {1} files on their way to clients, because few files may be"
              + " open",
          shares.connections(),
          shares.answers());
    }
    return shares;
  }

  private static int left() {
    try (Stream<Path> open = Files.list(OPEN)) {
      OptionalInt limit = limit(Files.readString(LIMITS));
      return limit.isPresent() ? limit.getAsInt() - (int) open.count() : Integer.MAX_VALUE;
    } catch (IOException elsewhere) {
      LOGGER.log(Level.DEBUG, "the limit of open files is not known", elsewhere);
      return Integer.MAX_VALUE;
    }
  }

  static OptionalInt limit(String limits) {
    Matcher line = SOFT_LIMIT.matcher(limits);
    return line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
  }
}
