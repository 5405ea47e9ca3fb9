package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class GzipSplicerTest {
  /**
   * @param length in bytes
   * @param repeats of so many different bytes in a row it consists; 0 is noise
   * @param isSpliced it is put as its compressed form
   */
  record Piece(int length, int repeats, boolean isSpliced) {
    byte[] bytes() {
      byte[] bytes = new byte[length];
      new Random(length + repeats).nextBytes(bytes);
      for (int at = repeats; repeats > 0 && at < length; at++) {
        bytes[at] = bytes[at - repeats];
      }
      return bytes;
    }
  }

  @Property(tries = 100)
  void givesBackWhatWasWrittenWhateverOfItWasCompressedBefore(@ForAll("pieces") List<Piece> pieces)
      throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GzipSplicer gzip = new GzipSplicer(packed);
        DeflatedContents deflated = deflatedContents()) {
      for (Piece piece : pieces) {
        byte[] bytes = piece.bytes();
        written.write(bytes);
        if (piece.isSpliced()) {
          HeldFile held = held(bytes);
          gzip.splice(held, deflated.of(held));
        }
        gzip.write(bytes, 0, bytes.length / 3);
        gzip.write(bytes, bytes.length / 3, bytes.length - bytes.length / 3);
      }
    }

    assertThat(unpack(packed)).isEqualTo(written.toByteArray());
  }

  @Test
  void refersBackIntoWhatWasCompressedBefore() throws IOException {
    byte[] noise = new Piece(DeflatedContents.LEAST_SPLICED, 0, true).bytes();
    HeldFile held = held(noise);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GzipSplicer gzip = new GzipSplicer(packed);
        DeflatedContents deflated = deflatedContents()) {
      gzip.splice(held, deflated.of(held));
      gzip.write(noise);
      gzip.write(noise, noise.length - 20_000, 20_000);
    }

    assertThat(packed.size()).isLessThan(noise.length + 1_000);
  }

  @Test
  void doesNotEndInTheMiddleOfWhatWasCompressedBefore() throws IOException {
    HeldFile held =
        held("x".repeat(DeflatedContents.LEAST_SPLICED).getBytes(StandardCharsets.UTF_8));
    try (DeflatedContents deflated = deflatedContents()) {
      GzipSplicer gzip = new GzipSplicer(new ByteArrayOutputStream());
      gzip.splice(held, deflated.of(held));
      gzip.write(held.bytes(), 0, 10);

      assertThatThrownBy(gzip::close).isInstanceOf(IllegalStateException.class);
    }
  }

  @Provide
  Arbitrary<List<Piece>> pieces() {
    Arbitrary<Integer> repeats = Arbitraries.of(0, 1, 7, 300, 40_000);
    Arbitrary<Piece> small =
        Combinators.combine(Arbitraries.integers().between(0, 3_000), repeats)
            .as((length, of) -> new Piece(length, of, false));
    int least = DeflatedContents.LEAST_SPLICED;
    Arbitrary<Piece> large =
        Combinators.combine(
                Arbitraries.integers().between(least, 3 * least),
                repeats,
                Arbitraries.of(true, false))
            .as(Piece::new);
    return Arbitraries.oneOf(small, large).list().ofMaxSize(8);
  }

  /** Makes its file with the first content, and takes it away when it is closed. */
  private static DeflatedContents deflatedContents() {
    String name = "deflated-" + UUID.randomUUID();
    return new DeflatedContents(
        Path.of(System.getProperty("java.io.tmpdir"), name), new FileOperations());
  }

  private static HeldFile held(byte[] bytes) {
    return new HeldFile(bytes, bytes.length, Sha256.of(bytes));
  }

  private static byte[] unpack(ByteArrayOutputStream packed) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes();
  }
}
