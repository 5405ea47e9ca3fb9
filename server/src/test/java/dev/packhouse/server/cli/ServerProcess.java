package dev.packhouse.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that the launcher started, on a free port of this machine. */
final class ServerProcess implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("target", "packhouse").toAbsolutePath();
  private static final Pattern ADDRESS = Pattern.compile("https?://localhost:\\d+");

  private final Process process;
  private final BufferedReader out;
  private final CompletableFuture<List<String>> errors;

  private ServerProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.errors = CompletableFuture.supplyAsync(() -> process.errorReader().lines().toList());
  }

  /**
   * @param before what starts the launcher, if not the system itself
   */
  static ServerProcess start(List<String> before, Map<String, String> environment, Path published)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(LAUNCHER.toString(), "serve", "--public=" + published, "--address=localhost:0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    return new ServerProcess(builder.start());
  }

  /** Waits until it says where it listens. */
  URI address() throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group());
      }
      said.add(line);
    }
    throw new AssertionError("does not serve: " + said + errors.join());
  }

  /** Ends it as orchestrators do. */
  int stop() throws InterruptedException {
    process.toHandle().destroy();
    return process.waitFor();
  }

  /** All that it wrote to its standard error, once it has ended. */
  List<String> errors() {
    return errors.join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
