package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.PrintableText;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    PrintWriter err = e.getCommandLine().getErr();
    if (arguments.length == 0) {
      e.getCommandLine().usage(err); // which lists the commands, of which one is missing
      return ExitCode.USAGE.code();
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      unknown(command, unmatched.getUnmatched()).forEach(line -> print(err, name, line));
    } else {
      print(err, name, String.valueOf(e.getMessage()));
    }
    err.println(seeHelp(name));
    return ExitCode.USAGE.code();
  }

  /** Messages repeat what was given, and that may come from a file or a web page. */
  private static void print(PrintWriter err, String command, String line) {
    err.println(command + ": " + PrintableText.of(line));
  }

  /** The last line of every such message. */
  static String seeHelp(String command) {
    return "See " + command + " --help.";
  }

  /** Where a flag is unknown its value is unmatched too, and says nothing. */
  private static List<String> unknown(CommandSpec command, List<String> arguments) {
    List<String> flags = arguments.stream().filter(text -> text.startsWith("-")).toList();
    if (!flags.isEmpty()) {
      return flags.stream().map(flag -> unknownFlag(command, flag)).toList();
    }
    String first = arguments.getFirst();
    if (command.subcommands().isEmpty()) {
      return List.of("unexpected argument " + first);
    }
    return List.of(
        "unknown command "
            + first
            + "; "
            + NearestName.hint(first, "", command.subcommands().keySet()));
  }

  private static String unknownFlag(CommandSpec command, String text) {
    String flag = text.split("=", 2)[0];
    List<String> known =
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(OptionSpec::longestName)
            .toList();
    return "unknown flag " + flag + "; " + NearestName.hint(flag, "--", known);
  }
}
