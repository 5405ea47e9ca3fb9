package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.index.IndexedRecords;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * Runs the program's commands one after the other, because starting a JVM takes longer than what they
 * do. First says {@code PID/task/TID} of the thread that runs them. Then each line of standard input
 * is a command, its arguments separated by tabs, and is answered by a line: the exit code, a tab, and
 * what was printed. {@code index FOLDER} is answered by a digest of the records in a search index.
 */
final class Commands {
  private Commands() {}

  public static void main(String[] none) throws Exception {
    LibraryLogging.quieten();
    say(Files.readSymbolicLink(Path.of("/proc/thread-self")).toString());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] arguments = line.split("\t");
      say(arguments[0].equals("index") ? "0\t" + digest(Path.of(arguments[1])) : run(arguments));
    }
  }

  /** Says it again if just this call was the one that is told of an error. */
  private static void say(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    try {
      out.write(bytes);
    } catch (IOException told) {
      out.write(bytes);
    }
  }

  private static String run(String[] arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter printer = new PrintWriter(printed);
    Serve none = new Serve(Map.of(), settings -> ExitCode.BUG, printer, printer);
    int code = Main.of(none).run(arguments);
    printer.flush();
    return code + "\t" + printed.toString().strip().replace("\n", " | ");
  }

  private static String digest(Path index) throws Exception {
    if (!IndexedRecords.isWhole(index)) {
      return "damaged";
    }
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try {
      IndexedRecords.forEach(index, it -> sha256.update(it.json()));
    } catch (IOException damaged) {
      return "damaged";
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
