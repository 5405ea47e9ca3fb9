package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.packhouse.generator.model.Document;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Documents by the bytes of their files: the versions of a package have most of them in common, and
 * those are parsed once. Equal files give the same values, not only equal ones. For any number of
 * threads.
 */
public final class DocumentCache {
  /** A document takes up to twenty times the memory of its file. */
  private static final int PART_OF_MEMORY = 200;

  /** With this, no file of the largest registry is parsed again that was seen shortly before. */
  private static final long ENOUGH = 8L * 1024 * 1024;

  /** What a file takes that has next to nothing in it. */
  private static final int OVERHEAD = 64;

  /** Empty where nothing is kept. */
  private final Optional<Cache<Key, Document.Parsed>> documents;

  private DocumentCache(Optional<Cache<Key, Document.Parsed>> documents) {
    this.documents = documents;
  }

  /**
   * @param digest one character for each byte
   */
  private record Key(Syntax syntax, int length, String digest) {
    static Key of(Syntax syntax, byte[] bytes) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Key(syntax, bytes.length, new String(digest, ISO_8859_1));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** Keeps what this JVM has memory for. */
  public static DocumentCache ofUsualSize() {
    return ofBytes(Math.min(ENOUGH, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY));
  }

  /**
   * @param bytes of files whose documents are kept
   */
  static DocumentCache ofBytes(long bytes) {
    return new DocumentCache(
        Optional.of(
            Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Document.Parsed _) -> key.length() + OVERHEAD)
                .executor(Runnable::run)
                .build()));
  }

  /** Keeps nothing. */
  public static DocumentCache none() {
    return new DocumentCache(Optional.empty());
  }

  /** Whether it may give what it gave before. */
  boolean keeps() {
    return documents.isPresent();
  }

  /**
   * @param file path as the user knows it
   */
  Document read(Syntax syntax, String file, byte[] bytes) {
    return documents.isEmpty()
        ? syntax.parse(file, bytes)
        : read(documents.get(), syntax, file, bytes);
  }

  private static Document read(
      Cache<Key, Document.Parsed> documents, Syntax syntax, String file, byte[] bytes) {
    Key key = Key.of(syntax, bytes);
    Document.Parsed known = documents.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Document read = syntax.parse(file, bytes);
    // Findings name the file that they were found in.
    if (read instanceof Document.Parsed parsed && parsed.warnings().isEmpty()) {
      documents.put(key, parsed);
    }
    return read;
  }
}
