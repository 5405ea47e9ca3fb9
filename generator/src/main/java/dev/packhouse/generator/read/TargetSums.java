package dev.packhouse.generator.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The checksums of what the links of one package lead to. Each file is read once, however many
 * links lead to it. Not for several threads.
 */
final class TargetSums {
  private final Map<Path, String> known = new HashMap<>();

  /** Bytes that may still be read. */
  private long left;

  /**
   * @param most bytes that are read of all files together
   */
  TargetSums(long most) {
    left = most;
  }

  /**
   * The SHA-256 in hexadecimal digits; empty where the file would have to be read, and is larger
   * than what may still be read.
   *
   * @param file as {@link Path#toRealPath} gives it
   */
  Optional<String> of(Path file) throws IOException {
    String sum = known.get(file);
    if (sum == null) {
      long size = Files.size(file);
      if (size > left) {
        return Optional.empty();
      }
      left -= size;
      sum = sha256(file);
      known.put(file, sum);
    }
    return Optional.of(sum);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
