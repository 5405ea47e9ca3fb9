package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code packhouse completion}. */
@Command(
    name = "completion",
    description = "Prints a script with which bash and zsh complete commands, flags and values.",
    footer = {"", "In a shell or its start file: source <(packhouse completion)"},
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  /** What the library takes these names for is expanded: a file called $(x) would run x. */
  private static final String FILES = "positionals=$( compgen -f -- \"${curr_word}\" ) # files";

  private static final String FILES_AS_THEY_ARE =
      "COMPREPLY=( $( compgen -f -- \"${curr_word}\" ) ); return";

  /** The library takes each argument for a pattern, and a folder called out for --out. */
  private static final String LIKE_A_FLAG = "=~ ${previousWord} ]]";

  private static final String IS_A_FLAG = "= *\"'${previousWord}'\"* ]]";

  /** Bash makes three words of a flag, an equals sign and a value; the library expects two. */
  private static final String BEHIND_EQUALS =
      """

      function _complete_packhouse_words() {
        local given=() word
        local at=$COMP_CWORD i
        for (( i = 0; i < ${#COMP_WORDS[@]}; i++ )); do
          word=${COMP_WORDS[i]}
          if [ "$word" != "=" ]; then
            given+=("$word")
          elif (( i == COMP_CWORD )); then
            given+=("")
          elif (( i < COMP_CWORD )); then
            (( at-- ))
          fi
        done
        local COMP_WORDS=("${given[@]}") COMP_CWORD=$at
        _complete_packhouse
      }
      complete -F _complete_packhouse_words -o default packhouse
      """;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandSpec program = spec.root();
    String script =
        AutoComplete.bash(program.name(), program.commandLine())
            .replace(FILES, FILES_AS_THEY_ARE)
            .replace(LIKE_A_FLAG, IS_A_FLAG);
    out.print(withNegations(script, program));
    out.print(BEHIND_EQUALS);
    out.flush();
    return ExitCode.FINE.code();
  }

  /** The library forgets that what can be turned on can be turned off. */
  private static String withNegations(String script, CommandSpec program) {
    Set<String> flags =
        program.subcommands().values().stream()
            .flatMap(command -> command.getCommandSpec().options().stream())
            .filter(OptionSpec::negatable)
            .map(OptionSpec::longestName)
            .collect(Collectors.toSet());
    String negated = script;
    for (String flag : flags) {
      String quoted = "'" + flag + "'";
      negated = negated.replace(quoted, quoted + " " + quoted.replace("--", "--no-"));
    }
    return negated;
  }
}
