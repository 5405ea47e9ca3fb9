package dev.packhouse.server.serve;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The blocks of headers of one HTTP/2 connection, as they come in frames. What they may take is
 * bounded here, because Helidon 4.5 counts the bytes of frames only: one of 12 kB with the same
 * field again and again took all memory, and so did frames without content.
 */
final class HeaderBlocks {
  /** Clients have some twenty. */
  static final int MOST_FIELDS = 100;

  /** Enough for the longest block in the largest frames, and for some that are smaller. */
  private static final int MOST_FRAMES = 32;

  private static final int STRING = 7;

  private final int longest;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private int frames;

  /**
   * @param longest of a block, in bytes as they are sent
   */
  HeaderBlocks(int longest) {
    this.longest = longest;
  }

  /** Says whether a frame of a block keeps to what there is room for. */
  boolean take(Frame frame) {
    byte[] fragment = frame.fragment();
    frames++;
    if (frames > MOST_FRAMES || block.size() + fragment.length > longest) {
      return false;
    }
    block.writeBytes(fragment);
    if (!frame.endsHeaders()) {
      return true;
    }
    boolean few = fields(ByteBuffer.wrap(block.toByteArray())) <= MOST_FIELDS;
    block.reset();
    frames = 0;
    return few;
  }

  /** RFC 7541, section 6. What is malformed counts as far as it can be read: Helidon refuses it. */
  static int fields(ByteBuffer block) {
    int count = 0;
    try {
      while (block.hasRemaining()) {
        int first = block.get(block.position()) & 0xff;
        if (first >= 0x80) { // a field of a table
          integer(block, 7);
          count++;
        } else if (first >= 0x20 && first < 0x40) { // the size of the table
          integer(block, 5);
        } else {
          boolean isNamedHere = integer(block, first >= 0x40 ? 6 : 4) == 0;
          if (isNamedHere) {
            skipString(block);
          }
          skipString(block);
          count++;
        }
      }
    } catch (BufferUnderflowException cut) {
      return count + 1;
    }
    return count;
  }

  private static void skipString(ByteBuffer block) {
    long length = integer(block, STRING);
    if (length > block.remaining()) {
      throw new BufferUnderflowException();
    }
    block.position(block.position() + (int) length);
  }

  /** RFC 7541, section 5.1. */
  private static long integer(ByteBuffer block, int prefix) {
    int mask = (1 << prefix) - 1;
    long value = block.get() & mask;
    if (value < mask) {
      return value;
    }
    int shift = 0;
    int next;
    do {
      next = block.get();
      value += (next & 0x7fL) << Math.min(shift, Integer.SIZE);
      shift += 7;
    } while (next < 0);
    return value;
  }
}
