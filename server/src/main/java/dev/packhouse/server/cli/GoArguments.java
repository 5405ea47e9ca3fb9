package dev.packhouse.server.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Command lines as they are written for EPR: it has no commands, and one dash before a flag is as
 * good as two. So flags alone are those of {@code serve}, and for it one dash becomes two.
 */
final class GoArguments {
  static final String SERVE = "serve";

  /** Help and version, as people ask for them. */
  static final Set<String> OF_THE_PROGRAM =
      Set.of("-h", "-help", "--help", "-V", "-version", "--version");

  private static final Pattern FLAG = Pattern.compile("-([a-z][a-z-]+)(=.*)?", Pattern.DOTALL);

  private GoArguments() {}

  /** Arguments of other commands, and flags that nobody knows, stay as they are. */
  static String[] of(String... arguments) {
    if (arguments.length == 0) {
      return arguments;
    }
    String first = arguments[0];
    if (first.equals(SERVE) || OF_THE_PROGRAM.contains(first)) {
      return withTwoDashes(Stream.of(arguments));
    }
    return first.startsWith("-")
        ? withTwoDashes(Stream.concat(Stream.of(SERVE), Stream.of(arguments)))
        : arguments;
  }

  private static String[] withTwoDashes(Stream<String> arguments) {
    return arguments
        .map(
            argument -> {
              Matcher flag = FLAG.matcher(argument);
              return flag.matches() && isKnown("--" + flag.group(1)) ? "-" + argument : argument;
            })
        .toArray(String[]::new);
  }

  private static boolean isKnown(String flag) {
    return ServeFlags.KNOWN.containsKey(flag) || OF_THE_PROGRAM.contains(flag);
  }
}
