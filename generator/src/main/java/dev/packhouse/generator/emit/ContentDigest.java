package dev.packhouse.generator.emit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Identifies the content of a version: equal digests, equal files and equal source zip.
 *
 * <p>It is the sha256 over {@code file NUL path NUL size NUL sha256 LF} for each file in order of
 * paths, then {@code zip NUL sha256 LF} and {@code sig NUL sha256 LF} where there are such. No path
 * holds a NUL, so no two contents give the same text.
 */
final class ContentDigest {
  private final MessageDigest digest = Sha256.start();

  void addFile(String path, long size, String sha256) {
    add("file\0" + path + "\0" + size + "\0" + sha256 + "\n");
  }

  void addZip(String sha256) {
    add("zip\0" + sha256 + "\n");
  }

  void addSignature(String sha256) {
    add("sig\0" + sha256 + "\n");
  }

  String finish() {
    return Sha256.finish(digest);
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
