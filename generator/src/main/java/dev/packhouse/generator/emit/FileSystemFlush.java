package dev.packhouse.generator.emit;

import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Linux' {@code syncfs}: all that was written to a file system so far outlives a loss of power.
 *
 * <p>One call for a whole run instead of an {@code fsync} for each of 100,000 small files, see
 * {@code docs/decisions/0002-publishing.md}. The system reports failed writes since the descriptor
 * was opened, so it is opened before anything is written.
 */
@SuppressWarnings("restricted")
final class FileSystemFlush implements Closeable {
  private static final int READ_ONLY = 0;

  private final MethodHandle syncfs;
  private final MethodHandle close;
  private final int descriptor;

  private FileSystemFlush(MethodHandle syncfs, MethodHandle close, int descriptor) {
    this.syncfs = syncfs;
    this.close = close;
    this.descriptor = descriptor;
  }

  /** Empty where the system has no such call, or does not let us use it. */
  static Optional<FileSystemFlush> open(Path folder) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    Optional<MemorySegment> syncfs = library.find("syncfs");
    Optional<MemorySegment> open = library.find("open");
    Optional<MemorySegment> close = library.find("close");
    if (syncfs.isEmpty() || open.isEmpty() || close.isEmpty()) {
      return Optional.empty();
    }
    FunctionDescriptor intToInt = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    MethodHandle opener =
        linker.downcallHandle(
            open.get(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    int descriptor = open(opener, folder);
    if (descriptor < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FileSystemFlush(
            linker.downcallHandle(syncfs.get(), intToInt),
            linker.downcallHandle(close.get(), intToInt),
            descriptor));
  }

  /** Whether all is on disk now; if not, forcing file by file tells which cannot be written. */
  boolean flush() {
    return call(syncfs, descriptor) == 0;
  }

  @Override
  public void close() {
    call(close, descriptor);
  }

  private static int open(MethodHandle opener, Path folder) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) opener.invokeExact(arena.allocateFrom(folder.toString()), READ_ONLY);
    } catch (Throwable e) {
      throw new IllegalStateException("A call of open failed", e);
    }
  }

  private static int call(MethodHandle function, int argument) {
    try {
      return (int) function.invokeExact(argument);
    } catch (Throwable e) {
      throw new IllegalStateException("A call of the system failed", e);
    }
  }
}
