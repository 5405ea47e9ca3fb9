package dev.packhouse.generator.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.packhouse.generator.model.ShortRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The stored form of a search record: where its parts end, then its JSON text in one piece.
 *
 * <pre>
 * stored = count { length } head-length bare-head-length bare-tail-start text
 * text   = head [ template { "," template } ] tail
 * </pre>
 *
 * <p>All numbers are Lucene's variable-length integers. The text from its start to
 * bare-head-length, and the tail from bare-tail-start on, are the record without policy templates.
 */
final class RecordBytes {
  private static final byte[] KEY = ",\"policy_templates\"".getBytes(US_ASCII);
  private static final BytesRef COMMA = new BytesRef(",");

  private final int[] templateLengths;
  private final int headLength;
  private final int bareHeadLength;
  private final int bareTailStart;
  private final BytesRef text;

  private RecordBytes(BytesRef stored) {
    ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
    templateLengths = new int[in.readVInt()];
    for (int i = 0; i < templateLengths.length; i++) {
      templateLengths[i] = in.readVInt();
    }
    headLength = in.readVInt();
    bareHeadLength = in.readVInt();
    bareTailStart = in.readVInt();
    int start = in.getPosition();
    text = new BytesRef(stored.bytes, start, stored.offset + stored.length - start);
  }

  static BytesRef encode(ShortRecord record) {
    boolean hasTemplates = !record.policyTemplates().isEmpty();
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(record.policyTemplates().size());
      for (byte[] template : record.policyTemplates()) {
        out.writeVInt(template.length);
      }
      out.writeVInt(record.head().length);
      out.writeVInt(hasTemplates ? startOfKey(record.head()) : record.head().length);
      out.writeVInt(hasTemplates ? endOfList(record.tail()) : 0);
      out.writeBytes(record.head());
      writeTemplates(record.policyTemplates(), out);
      out.writeBytes(record.tail());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static BytesRef whole(BytesRef stored) {
    return new RecordBytes(stored).text;
  }

  static List<BytesRef> with(BytesRef stored, IntPredicate keeps) {
    return new RecordBytes(stored).parts(keeps);
  }

  private List<BytesRef> parts(IntPredicate keeps) {
    List<BytesRef> parts = new ArrayList<>();
    parts.add(slice(0, headLength));
    int start = headLength;
    for (int i = 0; i < templateLengths.length; i++) {
      if (keeps.test(i)) {
        if (parts.size() > 1) {
          parts.add(COMMA);
        }
        parts.add(slice(start, templateLengths[i]));
      }
      boolean last = i == templateLengths.length - 1;
      start += templateLengths[i] + (last ? 0 : COMMA.length);
    }
    if (parts.size() == 1) {
      parts.set(0, slice(0, bareHeadLength));
      start += bareTailStart;
    }
    parts.add(slice(start, text.length - start));
    return parts;
  }

  private BytesRef slice(int start, int length) {
    return new BytesRef(text.bytes, text.offset + start, length);
  }

  private static void writeTemplates(List<byte[]> templates, ByteBuffersDataOutput out) {
    for (int i = 0; i < templates.size(); i++) {
      if (i > 0) {
        out.writeByte(COMMA.bytes[COMMA.offset]);
      }
      out.writeBytes(templates.get(i));
    }
  }

  /** Nothing but blanks and signs stands behind the key, so its last occurrence is the one. */
  private static int startOfKey(byte[] head) {
    for (int start = head.length - KEY.length; start >= 0; start--) {
      if (Arrays.equals(head, start, start + KEY.length, KEY, 0, KEY.length)) {
        return start;
      }
    }
    throw new IllegalStateException("head of a record without the key of its policy templates");
  }

  private static int endOfList(byte[] tail) {
    for (int i = 0; i < tail.length; i++) {
      if (tail[i] == ']') {
        return i + 1;
      }
    }
    throw new IllegalStateException("tail of a record without the end of its policy templates");
  }
}
