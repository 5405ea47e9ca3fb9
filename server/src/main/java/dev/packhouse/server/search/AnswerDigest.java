package dev.packhouse.server.search;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import org.apache.lucene.util.BytesRef;

/**
 * Tells an answer from all others by the facts of its records, instead of by its bytes, of which
 * there are a hundred times more. It depends on nothing but what is in the answer, so that all
 * servers agree on it, and a new generation that changes nothing in the answer does not either.
 */
final class AnswerDigest {
  /** Where the same records are put together otherwise, another name. */
  private static final byte FORM = 1;

  private static final byte WHOLE = 0;
  private static final byte PART = 1;
  private static final byte LEFT_OUT = 2;
  private static final byte KEPT = 3;
  private static final byte SKIPPED = 4;

  /** Facts are short, and each update takes longer than theirs to be digested. */
  private static final int PENDING = 4096;

  private final MessageDigest sha256;
  private final byte[] pending = new byte[PENDING];
  private int size;

  AnswerDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
    add(FORM);
  }

  void addWhole(BytesRef facts) {
    add(WHOLE);
    add(facts);
  }

  /**
   * @param templates how many policy templates the record has
   * @param kept which of them are given
   */
  void addPart(BytesRef facts, int templates, IntPredicate kept) {
    add(PART);
    add(facts);
    for (int template = 0; template < templates; template++) {
      add(kept.test(template) ? KEPT : LEFT_OUT);
    }
  }

  /**
   * The answer begins behind the first of what was added.
   *
   * @param records how many are not in it
   */
  void addSkipped(int records) {
    add(SKIPPED);
    add(new BytesRef(ByteBuffer.allocate(Integer.BYTES).putInt(records).array()));
  }

  /** The first bytes of what it would be if nothing more were added. */
  long start() {
    flush();
    try {
      return ByteBuffer.wrap(((MessageDigest) sha256.clone()).digest()).getLong();
    } catch (CloneNotSupportedException e) { // those of the platform can be cloned
      throw new IllegalStateException(e);
    }
  }

  /** In hexadecimal; nothing may be added afterwards. */
  String finish() {
    flush();
    return HexFormat.of().formatHex(sha256.digest());
  }

  private void add(BytesRef facts) {
    if (facts.length > PENDING - size) {
      flush();
    }
    System.arraycopy(facts.bytes, facts.offset, pending, size, facts.length);
    size += facts.length;
  }

  private void add(byte mark) {
    if (size == PENDING) {
      flush();
    }
    pending[size++] = mark;
  }

  private void flush() {
    sha256.update(pending, 0, size);
    size = 0;
  }
}
