package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.model.PrintableText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JacksonException;

/** Tells what a command died of, in one line: the environment's fault, or a bug of ours. */
final class Failures implements IExecutionExceptionHandler {
  /** Set to anything, it brings stack traces. */
  static final String DEBUG = "PACKHOUSE_DEBUG";

  private final boolean traces;

  Failures(Map<String, String> environment) {
    this.traces = !environment.getOrDefault(DEBUG, "").isEmpty();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean environmental = e instanceof IOException || e instanceof UncheckedIOException;
    String line = environmental ? text(e) : "this is a bug in Packhouse: " + bug(e) + hint();
    err.println("packhouse: " + PrintableText.of(line));
    if (traces) {
      e.printStackTrace(err);
    }
    return (environmental ? ExitCode.ENVIRONMENT : ExitCode.BUG).code();
  }

  private String hint() {
    return traces ? "" : " (" + DEBUG + "=1 shows where)";
  }

  /** Jackson's messages tell of its own settings and methods. */
  private static String bug(Exception e) {
    return e instanceof JacksonException ? e.getClass().getName() : e.toString();
  }

  /** The message, and the reason behind it: each of our exceptions says only what it knows. */
  private static String text(Throwable e) {
    Throwable cause = e.getCause();
    if (cause == null || cause instanceof JacksonException) {
      return reason(e);
    }
    String reason = text(cause);
    String message = e instanceof UncheckedIOException ? reason : reason(e);
    return message.contains(reason) ? message : message + ": " + reason;
  }

  /** Messages of the JDK's file exceptions are often only a path. */
  private static String reason(Throwable e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileAlreadyExistsException exists -> "there is already a file " + exists.getFile();
      case NotDirectoryException file -> file.getFile() + " is not a folder";
      case FileSystemException silent when silent.getReason() == null ->
          "the system refuses something with " + silent.getFile();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
