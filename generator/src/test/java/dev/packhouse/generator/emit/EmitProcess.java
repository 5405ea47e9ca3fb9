package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs of the emitter in a process of their own. */
final class EmitProcess {
  private EmitProcess() {}

  /**
   * {@code publish OUT FOLDER}, or {@code hold OUT}: takes the lock, says so, and waits to be
   * killed.
   */
  static void main(String[] arguments) throws IOException, InterruptedException {
    Path out = Path.of(arguments[1]);
    if (arguments[0].equals("publish")) {
      VersionSource source = Sources.read(Sources.id("apache", "1.0.0"), Path.of(arguments[2]));
      Runs.publish(out, Runs.BOTH, new FileOperations(), "record", source);
    } else {
      Runs.open(out);
      System.out.println("locked");
      Thread.sleep(60_000);
    }
  }

  /** Starts the program above under a shell, after the shell's command {@code before}. */
  static Process start(String before, List<String> javaOptions, String... arguments)
      throws IOException {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(javaOptions);
    java.add("--enable-native-access=ALL-UNNAMED");
    java.add("-cp");
    java.add(System.getProperty("java.class.path"));
    java.add(EmitProcess.class.getName());
    java.addAll(List.of(arguments));
    List<String> command = new ArrayList<>(List.of("sh", "-c", before + "; exec \"$@\"", "sh"));
    command.addAll(java);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
