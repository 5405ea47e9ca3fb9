package dev.packhouse.generator.index;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.util.BytesRef;

/**
 * What an answer has to know of a search record before it is sent: how long it is, and what tells
 * it from all others. Both stand apart from the record, so that nobody reads megabytes for it.
 *
 * <pre>
 * facts = length digest
 * </pre>
 *
 * <p>The length has 4 bytes, high bytes first; the digest is the first 16 bytes of the SHA-256.
 */
final class RecordFacts {
  private static final int DIGEST = 16;

  private RecordFacts() {}

  static BytesRef of(BytesRef record) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(record.bytes, record.offset, record.length);
      byte[] facts =
          ByteBuffer.allocate(Integer.BYTES + DIGEST)
              .putInt(record.length)
              .put(sha256.digest(), 0, DIGEST)
              .array();
      return new BytesRef(facts);
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  static int length(BytesRef facts) {
    return ByteBuffer.wrap(facts.bytes).getInt(facts.offset);
  }
}
