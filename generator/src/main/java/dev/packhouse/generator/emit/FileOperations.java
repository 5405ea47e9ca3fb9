package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Every change that this package makes to the file system, one method each, so that tests can stop
 * a run before any of them. Nothing else in this package writes. Safe for any number of threads.
 */
class FileOperations {
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  /** Called before each change. */
  void before(String operation, Path path) throws IOException {}

  /** Creates the folder and those above it, as far as they are missing. */
  void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        createFolders(parent);
      }
      before("create folder", folder);
      // Not createDirectory: workers may need the same folder at the same time.
      Files.createDirectories(folder);
      setMode(folder, FOLDER_MODE);
    }
  }

  /** A new file, open for writing; whoever asks closes it. */
  SeekableByteChannel create(Path file) throws IOException {
    before("create file", file);
    SeekableByteChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    setMode(file, FILE_MODE);
    return new NamedChannel(file, channel, this);
  }

  /**
   * Makes another name for a file.
   *
   * @return false where that cannot be: some file systems know no links, and others have no more
   *     than so many for one file
   */
  boolean link(Path existing, Path link) throws IOException {
    before("link", link);
    try {
      Files.createLink(link, existing);
      return true;
    } catch (FileSystemException | UnsupportedOperationException refused) {
      return false; // a disk that fails says so again when the file is written instead
    }
  }

  /** Renames, on one file system, in one step; a file at {@code to} is replaced. */
  void move(Path from, Path to) throws IOException {
    before("move", to);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives a file a new time. */
  void touch(Path file, Instant time) throws IOException {
    before("touch", file);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  /** Makes the bytes of a file, or the entries of a folder, outlive a loss of power. */
  void force(Path path) throws IOException {
    before("force", path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new IOException("Cannot write " + path + " to disk: " + e.getMessage(), e);
    }
  }

  /** Empty where only single files can be forced. */
  Optional<FileSystemFlush> openFlush(Path folder) {
    return FileSystemFlush.open(folder);
  }

  /** Removes the file, or the folder and all that is in it, if it exists; follows no link. */
  void deleteTree(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      for (Path child : Folders.list(path)) {
        deleteTree(child);
      }
    }
    before("delete", path);
    Files.deleteIfExists(path);
  }

  /** Gives what others have written the modes of our own files, whatever the umask was. */
  void setModes(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      for (Path child : Folders.list(path)) {
        setModes(child);
      }
      setMode(path, FOLDER_MODE);
    } else {
      setMode(path, FILE_MODE);
    }
  }

  private static void setMode(Path path, Set<PosixFilePermission> mode) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      try {
        view.setPermissions(mode);
      } catch (FileSystemException refused) {
        // On FAT and on many a network's folder the modes are those of the mount. A disk that fails
        // says so again when it is flushed.
        if (refused.getClass() != FileSystemException.class) {
          throw refused;
        }
      }
    }
  }
}
