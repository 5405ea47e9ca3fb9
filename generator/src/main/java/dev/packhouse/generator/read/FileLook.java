package dev.packhouse.generator.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a file looks like from outside.
 *
 * @param identity another for another file, where the system has such a thing
 * @param sum of its size, times and identity
 * @param newest the later of its times
 */
record FileLook(Kind kind, long identity, long sum, Instant newest) {
  /**
   * With the time of the last change of anything: who changes a file can set the other time back,
   * and a new file can get the identity of one that is gone.
   */
  private static final String UNIX =
      "unix:isDirectory,isSymbolicLink,size,lastModifiedTime,ctime,ino";

  enum Kind {
    FOLDER,
    LINK,
    OTHER
  }

  static FileLook at(Path path) throws IOException {
    return of(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Of the file that a link leads to. */
  static FileLook behind(Path link) throws IOException {
    return of(link);
  }

  private static FileLook of(Path path, LinkOption... options) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      Map<String, Object> found = Files.readAttributes(path, UNIX, options);
      return of(
          kind(
              value(found, "isDirectory", Boolean.class),
              value(found, "isSymbolicLink", Boolean.class)),
          value(found, "ino", Long.class),
          value(found, "size", Long.class),
          value(found, "lastModifiedTime", FileTime.class),
          value(found, "ctime", FileTime.class));
    }
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, options);
    return of(
        kind(found.isDirectory(), found.isSymbolicLink()),
        Objects.hashCode(found.fileKey()),
        found.size(),
        found.lastModifiedTime(),
        found.creationTime());
  }

  private static FileLook of(
      Kind kind, long identity, long size, FileTime modified, FileTime changed) {
    long sum = FolderState.mix(identity);
    sum = FolderState.mix(sum ^ size);
    sum = FolderState.mix(sum ^ modified.to(TimeUnit.NANOSECONDS));
    sum = FolderState.mix(sum ^ changed.to(TimeUnit.NANOSECONDS));
    FileTime newest = changed.compareTo(modified) > 0 ? changed : modified;
    return new FileLook(kind, identity, sum, newest.toInstant());
  }

  private static <T> T value(Map<String, Object> found, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(found.get(name)));
  }

  private static Kind kind(boolean isFolder, boolean isLink) {
    if (isFolder) {
      return Kind.FOLDER;
    }
    return isLink ? Kind.LINK : Kind.OTHER;
  }
}
