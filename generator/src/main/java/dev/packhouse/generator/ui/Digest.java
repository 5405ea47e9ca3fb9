package dev.packhouse.generator.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 of several things one after the other, none of which can pass into the next. */
final class Digest {
  private static final int BRIEF = 12;

  private final MessageDigest digest = sha256();

  Digest add(String text) {
    return add(text.getBytes(UTF_8));
  }

  Digest add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
    return this;
  }

  /** 64 lower-case hexadecimal digits. */
  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Enough digits to tell the few versions of a file apart. */
  static String brief(byte[] content) {
    return new Digest().add(content).text().substring(0, BRIEF);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
