package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChunkedOutputTest {
  @Test
  void gathersSmallPieces() throws IOException {
    Recorder recorder = new Recorder();
    try (ChunkedOutput out = new ChunkedOutput(recorder, 10)) {
      for (String piece : List.of("abcd", "efgh", "ij", "k")) {
        out.write(piece.getBytes(US_ASCII));
      }
      out.write('l');
    }
    assertThat(recorder.writes).containsExactly("abcdefghij", "kl");
  }

  @Test
  void cutsLargePieces() throws IOException {
    Recorder recorder = new Recorder();
    try (ChunkedOutput out = new ChunkedOutput(recorder, 4)) {
      out.write('a');
      out.write(new byte[] {'b', 'c', 'd', 'e', 'f'});
    }
    assertThat(recorder.writes).containsExactly("abcd", "ef");
  }

  @Test
  void writesTheHeadTogetherWithTheBeginningOfTheBody() throws IOException {
    Recorder recorder = new Recorder();
    ByteBuffer chunk = ByteBuffer.allocate(8).put("head".getBytes(US_ASCII));
    ChunkedOutput out = new ChunkedOutput(AnswerOutlet.of(recorder), chunk);
    try (out) {
      out.write("abcdef".getBytes(US_ASCII));
    }
    assertThat(recorder.writes).containsExactly("headabcd", "ef");
    assertThat(out.written()).isEqualTo(6);
  }

  @Test
  void countsNothingOfTheBodyWhereTheHeadAloneIsLost() throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(8).put("head".getBytes(US_ASCII));
    ChunkedOutput out = new ChunkedOutput(AnswerOutlet.of(new Recorder()), chunk);
    out.write('a');
    assertThat(out.written()).isZero();
  }

  @Test
  void sendsOfALargeFileWhatTheClientTakesAndReadsTheRest(@TempDir Path folder) throws IOException {
    byte[] content = new byte[300_000];
    new Random(7).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    Reluctant client = new Reluctant();
    ChunkedOutput out = new ChunkedOutput(client, ByteBuffer.allocate(50_000));
    try (FileChannel channel = FileChannel.open(file);
        out) {
      out.write('[');
      assertThat(out.transfer(channel, 1_000, 290_000)).isEqualTo(290_000);
      out.write(']');
    }
    byte[] expected = new byte[290_002];
    expected[0] = '[';
    System.arraycopy(content, 1_000, expected, 1, 290_000);
    expected[290_001] = ']';
    assertThat(client.taken.toByteArray()).isEqualTo(expected);
    assertThat(client.sent).isPositive();
    assertThat(out.written()).isEqualTo(290_002);
  }

  @Test
  void saysWhereAFileEndsBeforeItShould(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[100_000]);
    try (FileChannel channel = FileChannel.open(file);
        ChunkedOutput out = new ChunkedOutput(new Reluctant(), ByteBuffer.allocate(50_000))) {
      assertThat(out.transfer(channel, 0, 200_000)).isEqualTo(100_000);
    }
  }

  /** Takes some of what is sent from a file, and then nothing until something was written. */
  private static final class Reluctant implements AnswerOutlet {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private long sent;

    @Override
    public void write(ByteBuffer chunk) {
      byte[] bytes = new byte[chunk.remaining()];
      chunk.get(bytes);
      taken.writeBytes(bytes);
    }

    @Override
    public boolean sendsFiles() {
      return true;
    }

    @Override
    public long send(FileChannel file, long from, long count) {
      ByteBuffer some = ByteBuffer.allocate((int) Math.min(count, 70_001));
      try {
        int read = Math.max(0, file.read(some, from));
        taken.write(some.array(), 0, read);
        sent += read;
        return read;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }

  private static final class Recorder extends OutputStream {
    private final List<String> writes = new ArrayList<>();

    @Override
    public void write(int b) {
      writes.add(Character.toString(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      writes.add(new String(bytes, offset, count, US_ASCII));
    }
  }
}
