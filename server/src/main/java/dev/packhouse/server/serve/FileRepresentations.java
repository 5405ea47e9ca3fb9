package dev.packhouse.server.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Published files as they are sent. What has to be read out of a file's content is remembered for
 * the files last asked for, and of small ones the content, too.
 */
final class FileRepresentations {
  private static final int REMEMBERED_BYTES = 8 << 20;

  /** About what a file takes beside its content: path, tag, and the cache's own. */
  private static final int OVERHEAD = 512;

  /** More would not be faster, and each is an open file. */
  private static final int FILES_READ_AT_ONCE = 16;

  private static final Pattern HASH = Pattern.compile("^[0-9a-f]{64}\\b");

  /**
   * What a file's content says about it.
   *
   * @param content of a small file
   */
  private record Facts(MediaType type, EntityTag tag, Optional<byte[]> content) {
    private int weight() {
      return OVERHEAD + content.map(it -> it.length).orElse(0);
    }
  }

  private final Cache<PublishedFile, Facts> facts =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_BYTES)
          .weigher((PublishedFile file, Facts known) -> known.weight())
          .executor(Runnable::run)
          .build();

  /** A file always has the same of these locks; others may have it, too. */
  private final Object[] reading = Stream.generate(Object::new).limit(FILES_READ_AT_ONCE).toArray();

  /** A file that is read once for its hash when it is first asked for. */
  Representation file(PublishedFile file, Duration maxAge) throws IOException {
    Facts known = facts.getIfPresent(file);
    return representation(file, known == null ? read(file) : known, maxAge);
  }

  /** Where many ask for a file at once, one of them reads it, and the others wait for that. */
  private Facts read(PublishedFile file) throws IOException {
    synchronized (reading[Math.floorMod(file.hashCode(), reading.length)]) {
      Facts known = facts.getIfPresent(file);
      if (known == null) {
        Optional<byte[]> content = small(file);
        EntityTag tag = EntityTag.of(Sha256.of(body(file, content)));
        known = new Facts(ContentTypes.of(file.path()), tag, content);
        facts.put(file, known);
      }
      return known;
    }
  }

  /** Nothing where it is large, or not what was found any more: sending it will tell. */
  private static Optional<byte[]> small(PublishedFile file) throws IOException {
    if (!file.isSmall()) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(file.path());
    return content.length == file.size() ? Optional.of(content) : Optional.empty();
  }

  /** An archive, whose hash is published beside it. */
  Representation archive(PublishedFile archive, Duration maxAge) throws IOException {
    Facts known = facts.getIfPresent(archive);
    if (known == null) {
      Optional<String> hash = publishedHash(archive.path());
      if (hash.isEmpty()) {
        return file(archive, maxAge);
      }
      known =
          new Facts(ContentTypes.of(archive.path()), EntityTag.of(hash.get()), Optional.empty());
      facts.put(archive, known);
    }
    return representation(archive, known, maxAge);
  }

  private static Representation representation(PublishedFile file, Facts facts, Duration maxAge) {
    return new Representation(
        body(file, facts.content()),
        facts.type(),
        facts.tag(),
        Optional.of(file.modified()),
        maxAge);
  }

  private static FileBody body(PublishedFile file, Optional<byte[]> content) {
    return new FileBody(file.path(), 0, file.size(), content);
  }

  private static Optional<String> publishedHash(Path archive) throws IOException {
    Path beside = archive.resolveSibling(archive.getFileName() + ".sha256");
    if (!Files.isRegularFile(beside)) {
      return Optional.empty();
    }
    Matcher hash = HASH.matcher(Files.readString(beside, StandardCharsets.ISO_8859_1));
    return hash.find() ? Optional.of(hash.group()) : Optional.empty();
  }
}
