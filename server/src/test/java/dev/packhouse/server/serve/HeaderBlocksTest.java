package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class HeaderBlocksTest {
  /** Each stands for one field: RFC 7541, sections 6.1 to 6.2.3. */
  @Provide
  Arbitrary<byte[]> field() {
    Arbitrary<byte[]> ofTable =
        Arbitraries.integers().between(1, 100_000).map(index -> integer(0x80, 7, index));
    Arbitrary<byte[]> literal =
        Arbitraries.of(0x40, 0x00, 0x10)
            .flatMap(
                kind ->
                    Arbitraries.integers()
                        .between(0, 300)
                        .flatMap(
                            name ->
                                Arbitraries.integers()
                                    .between(0, 40_000)
                                    .map(length -> literal(kind, name, length))));
    return Arbitraries.oneOf(ofTable, literal);
  }

  @Property(tries = 300)
  void countsFieldsHoweverTheyAreWritten(@ForAll("fields") List<byte[]> fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(integer(0x20, 5, 4_096)); // the size of the table is no field
    fields.forEach(block::writeBytes);

    assertThat(HeaderBlocks.fields(ByteBuffer.wrap(block.toByteArray()))).isEqualTo(fields.size());
  }

  @Provide
  Arbitrary<List<byte[]>> fields() {
    return field().list().ofMaxSize(20);
  }

  @Property(tries = 2_000)
  void comesToAnEndWithAnyBytes(@ForAll byte[] bytes) {
    assertThat(HeaderBlocks.fields(ByteBuffer.wrap(bytes))).isBetween(0, bytes.length);
  }

  @Property
  void takesFramesWhoseLengthsContradictEachOther(@ForAll byte[] content, @ForAll byte flags) {
    byte[] frame = new byte[Frame.HEAD + content.length];
    frame[3] = Frame.HEADERS;
    frame[4] = flags;
    System.arraycopy(content, 0, frame, Frame.HEAD, content.length);

    assertThat(new HeaderBlocks(100_000).take(new Frame(frame))).isIn(true, false);
  }

  private static byte[] literal(int kind, int name, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(integer(kind, kind == 0x40 ? 6 : 4, name));
    if (name == 0) {
      string(3, out);
    }
    string(length, out);
    return out.toByteArray();
  }

  private static void string(int length, ByteArrayOutputStream out) {
    out.writeBytes(integer(0x80, 7, length));
    for (int i = 0; i < length; i++) {
      out.write(0xff); // looks like a field of a table
    }
  }

  /** RFC 7541, section 5.1. */
  private static byte[] integer(int kind, int prefix, int value) {
    int most = (1 << prefix) - 1;
    if (value < most) {
      return new byte[] {(byte) (kind | value)};
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(kind | most);
    int rest = value - most;
    for (; rest > 127; rest >>>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest);
    return out.toByteArray();
  }
}
