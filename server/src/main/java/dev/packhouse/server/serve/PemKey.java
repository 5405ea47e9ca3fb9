package dev.packhouse.server.serve;

import dev.packhouse.server.serve.PemFile.Block;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Private keys as they stand in PEM files. The JDK reads PKCS #8 (RFC 5208) only. The older forms,
 * of RSA (RFC 8017, A.1.2) and of elliptic curves (RFC 5915), are what PKCS #8 has inside, beside
 * the name of the algorithm, which the public key has too (RFC 5280, section 4.1): so they are put
 * in there.
 */
final class PemKey {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final byte[] VERSION = {0x02, 1, 0};
  private static final byte[] SAMPLE = {1, 2, 3};

  private PemKey() {}

  /**
   * @param other half of the pair
   * @throws GeneralSecurityException there is no such key in the block
   */
  static PrivateKey read(Block block, PublicKey other) throws GeneralSecurityException {
    byte[] pkcs8 =
        block.label().equals("PRIVATE KEY")
            ? block.content()
            : der(SEQUENCE, VERSION, algorithm(other), der(OCTETS, block.content()));
    return KeyFactory.getInstance(other.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** What one signs, the other must verify. */
  static boolean isPair(PrivateKey key, PublicKey other) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(signature(other));
    signature.initSign(key);
    signature.update(SAMPLE);
    byte[] signed = signature.sign();
    signature.initVerify(other);
    signature.update(SAMPLE);
    return signature.verify(signed);
  }

  private static String signature(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case String same -> same;
    };
  }

  /** The first element of the sequence that a public key is. */
  private static byte[] algorithm(PublicKey key) {
    ByteBuffer encoded = ByteBuffer.wrap(key.getEncoded());
    skipHead(encoded);
    int start = encoded.position();
    int length = skipHead(encoded);
    byte[] algorithm = new byte[encoded.position() + length - start];
    encoded.get(start, algorithm);
    return algorithm;
  }

  /** A tag and a length: ITU-T X.690, section 8.1.3. */
  private static int skipHead(ByteBuffer der) {
    der.get();
    int first = der.get() & 0xff;
    int length = first < 0x80 ? first : 0;
    for (int more = first < 0x80 ? 0 : first & 0x7f; more > 0; more--) {
      length = length << Byte.SIZE | (der.get() & 0xff);
    }
    return length;
  }

  private static byte[] der(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteBuffer der = ByteBuffer.allocate(content.size() + 4).put((byte) tag);
    // Two bytes are enough for the length of any key, and those who read keys take more than
    // needed.
    der.put((byte) 0x82).putShort((short) content.size()).put(content.toByteArray());
    return der.array();
  }
}
