package dev.packhouse.server.cli;

import dev.packhouse.server.config.EprSetting;
import dev.packhouse.server.config.EprSettings;
import dev.packhouse.server.config.ServeOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code packhouse serve}: its flags and its help are made from the table of options. */
final class ServeCommand implements Callable<Integer> {
  private final Serve serve;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private ServeCommand(Serve serve) {
    this.serve = serve;
  }

  static CommandSpec spec(Serve serve) {
    CommandSpec spec = new ServeCommand(serve).spec;
    spec.usageMessage()
        .description("Serves a generated registry, or generates one from packages and serves it.")
        .footer(
            "",
            "Each can also be set in the environment or in the file: a flag wins over a",
            "variable, and that over the file. Those of EPR are understood, too.");
    spec.usageMessage().sortOptions(false);
    ServeOptions.ALL.forEach(option -> spec.addOption(Flags.spec(option)));
    spec.mixinStandardHelpOptions(true).versionProvider(new VersionText());
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
    return serve.run(Flags.texts(spec.commandLine().getParseResult())).code();
  }
}
