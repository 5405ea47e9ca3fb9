package dev.packhouse.generator.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why the system refuses something with a file, without the file: that may be a temporary one. */
public final class RefusalReason {
  private RefusalReason() {}

  /** A clause. Messages of the JDK's file exceptions are often only a path. */
  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "there is no permission";
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileSystemException failed ->
          failed.getReason() == null ? "the system refuses it" : failed.getReason();
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }
}
