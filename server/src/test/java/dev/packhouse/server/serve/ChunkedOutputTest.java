package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
