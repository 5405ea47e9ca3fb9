package dev.packhouse.server.search;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexFileNames;
import org.jspecify.annotations.Nullable;

/**
 * The files of an index as they lay in their folder at one moment, by name. Whoever writes into one
 * of them writes into the memory of those who have the index open; whoever removes it, or renames
 * another to its name, does not.
 */
record IndexFiles(List<Stamp> stamps) {
  IndexFiles {
    stamps = List.copyOf(stamps);
  }

  /**
   * One file.
   *
   * @param identity the same for as long as the file exists, whatever it is called; null where the
   *     file system has none
   */
  record Stamp(Path file, long size, FileTime modified, @Nullable Object identity) {
    private static Stamp of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(file, now.size(), now.lastModifiedTime(), now.fileKey());
    }

    /** Whether it is still found under its name; written into, it is no longer the same. */
    private boolean isNamed() throws IOException {
      Stamp now;
      try {
        now = of(file);
      } catch (NoSuchFileException removed) {
        return false;
      }
      if (!Objects.equals(now.identity, identity)) {
        return false;
      }
      if (!now.equals(this)) {
        throw new IOException(
            file + " was written into while it was open: generate the registry again");
      }
      return true;
    }
  }

  /** Those in the folder; what others put beside them does not count. */
  static IndexFiles of(Path folder) throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, IndexFiles::isOfLucene)) {
      for (Path file : files) {
        stamps.add(Stamp.of(file));
      }
    }
    stamps.sort(Comparator.comparing(Stamp::file));
    return new IndexFiles(stamps);
  }

  /**
   * Those that others can still find, and write into.
   *
   * @throws IOException somebody has written into one
   */
  IndexFiles named() throws IOException {
    List<Stamp> named = new ArrayList<>(stamps.size());
    for (Stamp stamp : stamps) {
      if (stamp.isNamed()) {
        named.add(stamp);
      }
    }
    return new IndexFiles(named);
  }

  private static boolean isOfLucene(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(IndexFileNames.SEGMENTS + "_")
        || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches();
  }
}
