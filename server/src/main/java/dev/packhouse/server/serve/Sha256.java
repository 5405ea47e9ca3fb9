package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of bodies, in hexadecimal. */
final class Sha256 {
  private Sha256() {}

  static String of(Body body) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      try (ChunkedOutput out = new ChunkedOutput(hashed, body.length())) {
        body.writeTo(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }
}
