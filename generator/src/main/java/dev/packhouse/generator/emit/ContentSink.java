package dev.packhouse.generator.emit;

import java.io.Closeable;
import java.io.IOException;

/** Takes the files of a version one after the other, each folder before what is in it. */
interface ContentSink extends Closeable {
  /** A folder below the package's own; {@code path} has no slash at its end. */
  void folder(String path) throws IOException;

  /** A whole file. */
  void file(String path, HeldFile content) throws IOException;

  /** A file that is too large to be held follows, with exactly {@code size} bytes. */
  void startFile(String path, long size) throws IOException;

  void write(byte[] buffer, int length) throws IOException;

  void endFile() throws IOException;

  /** All files have been given. Without this call, {@link #close} leaves something unfinished. */
  void finish() throws IOException;
}
