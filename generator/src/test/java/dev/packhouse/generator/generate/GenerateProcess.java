package dev.packhouse.generator.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the generator in a Java of its own, with its own zone, locale and number of cores. */
final class GenerateProcess {
  private GenerateProcess() {}

  static void main(String[] arguments) throws IOException {
    SameBytesTest.run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static Process start(List<String> javaOptions, Path packages, Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-modules=jdk.incubator.vector");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(GenerateProcess.class.getName());
    command.add(packages.toString());
    command.add(out.toString());
    return new ProcessBuilder(command).inheritIO().start();
  }
}
