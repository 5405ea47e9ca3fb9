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
import tools.jackson.core.JacksonException;

/** Tells what a command died of, in one line: the environment's fault, or a bug of ours. */
final class Failures {
  /** Set to anything, it brings stack traces. */
  static final String DEBUG = "PACKHOUSE_DEBUG";

  private static final String HINT = " (" + DEBUG + "=1 shows where)";

  private final boolean traces;

  Failures(Map<String, String> environment) {
    this.traces = !environment.getOrDefault(DEBUG, "").isEmpty();
  }

  ExitCode tell(Throwable e, PrintWriter err) {
    err.println("packhouse: " + line(e) + (isBug(e) && !traces ? HINT : ""));
    if (traces) {
      e.printStackTrace(err);
    }
    return exitCode(e);
  }

  /** What happened, on one line. */
  static String line(Throwable e) {
    String line =
        switch (e) {
          case OutOfMemoryError tooLittle ->
              "there is too little memory: " + tooLittle.getMessage();
          case Throwable bug when isBug(bug) -> "this is a bug in Packhouse: " + bug(bug);
          case Throwable environmental -> text(environmental);
        };
    return PrintableText.of(line);
  }

  /** The program's own fault. */
  static boolean isBug(Throwable e) {
    return !(e instanceof IOException
        || e instanceof UncheckedIOException
        || e instanceof OutOfMemoryError);
  }

  static ExitCode exitCode(Throwable e) {
    return isBug(e) ? ExitCode.BUG : ExitCode.ENVIRONMENT;
  }

  /** Stack traces are wanted. */
  boolean traces() {
    return traces;
  }

  /** Jackson's messages tell of its own settings and methods. */
  private static String bug(Throwable e) {
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
      case NoSuchFileException missing ->
          "there is no "
              + missing.getFile()
              + (missing.getReason() == null ? "" : "; " + missing.getReason());
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileAlreadyExistsException exists -> "there is already a file " + exists.getFile();
      case NotDirectoryException file -> file.getFile() + " is not a folder";
      case FileSystemException silent when silent.getReason() == null ->
          "the system refuses something with " + silent.getFile();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
