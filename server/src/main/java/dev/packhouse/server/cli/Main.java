package dev.packhouse.server.cli;

import dev.packhouse.server.log.ServerLog;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program: the generator's commands, and {@code serve}. */
public final class Main {
  private final Serve serve;
  private final Failures failures;

  private Main(Serve serve, Failures failures) {
    this.serve = serve;
    this.failures = failures;
  }

  public static void main(String[] arguments) {
    LibraryLogging.quieten();
    Map<String, String> environment = System.getenv();
    Serving serving =
        new RegistryServing(
            System.out,
            logging -> ServerLog.start(logging, environment, System.err),
            new Failures(environment).traces());
    StandardOutput standard = StandardOutput.open();
    PrintWriter out = new PrintWriter(standard, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(of(new Serve(environment, serving, out, err)).run(standard, arguments));
  }

  static Main of(Serve serve) {
    return new Main(serve, new Failures(serve.environment()));
  }

  /**
   * Gives the exit code. Whoever cannot be told what was done is told that.
   *
   * @param standard what is written to
   */
  int run(StandardOutput standard, String... arguments) {
    int code = run(arguments);
    serve.out().flush();
    return standard.lost().map(lost -> failures.tell(lost, serve.err()).code()).orElse(code);
  }

  /** Gives the exit code. */
  int run(String... arguments) {
    String[] given = GoArguments.of(arguments);
    try {
      Optional<Map<String, List<String>>> flags = ServeFlags.read(List.of(given));
      return flags.isPresent()
          ? serve.run(flags.get()).code()
          : Program.of(serve, failures).execute(given);
    } catch (Exception | Error e) {
      return failures.tell(e, serve.err()).code();
    }
  }
}
