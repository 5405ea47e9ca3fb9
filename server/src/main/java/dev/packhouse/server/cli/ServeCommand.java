package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ConfigReader;
import dev.packhouse.server.config.EprSetting;
import dev.packhouse.server.config.EprSettings;
import dev.packhouse.server.config.ServeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code packhouse serve}: its flags and its help are made from the table of options. */
final class ServeCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final Serving serving;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private ServeCommand(Map<String, String> environment, Serving serving) {
    this.environment = environment;
    this.serving = serving;
  }

  static CommandSpec spec(Map<String, String> environment, Serving serving) {
    CommandSpec spec = new ServeCommand(environment, serving).spec;
    spec.usageMessage()
        .description("Serves a generated registry, or generates one from packages and serves it.")
        .footer(
            "",
            "Each can also be set in the environment or in the file: a flag wins over a",
            "variable, and that over the file. Those of EPR are understood, too.");
    spec.usageMessage().sortOptions(false);
    ServeOptions.ALL.forEach(option -> spec.addOption(Flags.spec(option)));
    HelpOptions.add(spec);
    for (EprSetting setting : EprSettings.ALL) {
      setting
          .flag()
          .filter(flag -> !spec.optionsMap().containsKey(flag))
          .ifPresent(flag -> spec.addOption(Flags.foreign(flag, setting.arity())));
    }
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ConfigOutcome outcome =
        ConfigReader.read(Flags.texts(spec.commandLine().getParseResult()), environment);
    ExitCode exit =
        switch (outcome) {
          case ConfigOutcome.Refused refused -> {
            printWarnings(refused);
            String name = spec.qualifiedName();
            refused.problems().forEach(line -> err.println(name + ": " + line));
            err.println(UsageErrors.seeHelp(spec));
            yield ExitCode.USAGE;
          }
          case ConfigOutcome.Usable usable when usable.printOnly() -> {
            printWarnings(usable);
            spec.commandLine().getOut().append(usable.printed()).flush();
            yield ExitCode.FINE;
          }
          case ConfigOutcome.Usable usable -> serving.serve(usable);
        };
    return exit.code();
  }

  /** Where nothing is served, there is no log. */
  private void printWarnings(ConfigOutcome outcome) {
    PrintWriter err = spec.commandLine().getErr();
    outcome.notes().forEach(line -> err.println("note: " + line));
    outcome.warnings().forEach(line -> err.println("warning: " + line));
  }
}
