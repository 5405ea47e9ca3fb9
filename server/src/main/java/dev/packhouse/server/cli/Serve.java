package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ConfigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What {@code packhouse serve} does, however its flags were read. */
record Serve(Map<String, String> environment, Serving serving, PrintWriter out, PrintWriter err) {
  private static final String COMMAND = "packhouse serve";

  /**
   * @param flags the texts given for each, by its name
   */
  ExitCode run(Map<String, List<String>> flags) throws IOException {
    ConfigOutcome outcome = ConfigReader.read(flags, environment);
    if (outcome instanceof ConfigOutcome.Usable usable && usable.printed().isEmpty()) {
      return serving.serve(usable);
    }
    // Where nothing is served, there is no log.
    outcome.notes().forEach(line -> err.println("note: " + line));
    outcome.warnings().forEach(line -> err.println("warning: " + line));
    return switch (outcome) {
      case ConfigOutcome.Refused refused -> {
        refused.problems().forEach(line -> err.println(COMMAND + ": " + line));
        err.println(UsageErrors.seeHelp(COMMAND));
        yield ExitCode.USAGE;
      }
      case ConfigOutcome.Usable usable -> {
        out.append(usable.printed().orElseThrow()).flush();
        yield ExitCode.FINE;
      }
    };
  }
}
