package dev.packhouse.server.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The generated registry's files. Nothing outside of it is ever read. */
final class PublicFolder {
  /**
   * A regular file in it.
   *
   * @param modified in whole seconds
   */
  record PublishedFile(Path path, long size, Instant modified) {
    private static final int SMALL = 64 << 10;

    /** Whether it takes longer to open and close it than to send it. */
    boolean isSmall() {
      return size <= SMALL;
    }
  }

  /** Asking the file system takes as long as all else that a small file takes. */
  private static final Duration REMEMBERED_TIME = Duration.ofSeconds(1);

  private static final int REMEMBERED_FILES = 10_000;

  private final Path root;

  private final Cache<Path, PublishedFile> found =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED_FILES)
          .expireAfterWrite(REMEMBERED_TIME)
          .executor(Runnable::run)
          .build();

  private PublicFolder(Path root) {
    this.root = root;
  }

  static PublicFolder open(Path folder) throws IOException {
    return new PublicFolder(folder.toRealPath());
  }

  Path root() {
    return root;
  }

  /**
   * Finds a file; folders, and what is reached over a symbolic link, are not found. That a small
   * file has changed, or a folder of the registry has become a link, is noticed a second later.
   *
   * @param folder below the root, without {@code ..}
   * @param path below that folder, as a client gave it
   */
  Optional<PublishedFile> find(String folder, String path) throws IOException {
    try {
      Path base = root.resolve(folder);
      Path file = base.resolve(path);
      return isBelow(file, base) ? find(file) : Optional.empty();
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException | InvalidPathException e) {
      // Absent, below a file, too long, or no name in this file system's encoding.
      return Optional.empty();
    }
  }

  Optional<PublishedFile> find(String path) throws IOException {
    return find("", path);
  }

  private static boolean isBelow(Path file, Path base) {
    return file.equals(file.normalize()) && file.startsWith(base) && !file.equals(base);
  }

  private Optional<PublishedFile> find(Path file) throws IOException {
    @Nullable PublishedFile known = found.getIfPresent(file);
    if (known != null) {
      // Of a large one the size must be right when its sending begins.
      return known.isSmall() ? Optional.of(known) : regularFile(file);
    }
    if (!file.equals(file.toRealPath())) {
      return Optional.empty();
    }
    Optional<PublishedFile> now = regularFile(file);
    now.ifPresent(it -> found.put(file, it));
    return now;
  }

  private static Optional<PublishedFile> regularFile(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile()
        ? Optional.of(new PublishedFile(file, attributes.size(), seconds(attributes)))
        : Optional.empty();
  }

  private static Instant seconds(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
  }
}
