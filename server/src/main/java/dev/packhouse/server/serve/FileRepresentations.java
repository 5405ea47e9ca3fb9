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
 * the files last asked for.
 */
final class FileRepresentations {
  private static final int REMEMBERED_FILES = 10_000;

  /** More would not be faster, and each is an open file. */
  private static final int FILES_READ_AT_ONCE = 16;

  private static final Pattern HASH = Pattern.compile("^[0-9a-f]{64}\\b");

  /** What a file's content says about it. */
  private record Facts(MediaType type, EntityTag tag) {}

  private final Cache<PublishedFile, Facts> facts =
      Caffeine.newBuilder().maximumSize(REMEMBERED_FILES).executor(Runnable::run).build();

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
        known = new Facts(ContentTypes.of(file.path()), EntityTag.of(Sha256.of(body(file))));
        facts.put(file, known);
      }
      return known;
    }
  }

  /** An archive, whose hash is published beside it. */
  Representation archive(PublishedFile archive, Duration maxAge) throws IOException {
    Facts known = facts.getIfPresent(archive);
    if (known == null) {
      Optional<String> hash = publishedHash(archive.path());
      if (hash.isEmpty()) {
        return file(archive, maxAge);
      }
      known = new Facts(ContentTypes.of(archive.path()), EntityTag.of(hash.get()));
      facts.put(archive, known);
    }
    return representation(archive, known, maxAge);
  }

  private static Representation representation(PublishedFile file, Facts facts, Duration maxAge) {
    return new Representation(
        body(file), facts.type(), facts.tag(), Optional.of(file.modified()), maxAge);
  }

  private static FileBody body(PublishedFile file) {
    return new FileBody(file.path(), 0, file.size());
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
