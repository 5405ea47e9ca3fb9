package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DirectChunksTest {
  private final DirectChunks chunks = new DirectChunks();

  @Test
  void givesAChunkToOneAfterTheOther() {
    ByteBuffer first = chunks.take(10);
    first.put((byte) 1);
    chunks.giveBack(first);
    ByteBuffer second = chunks.take(ChunkedOutput.CHUNK);
    assertThat(second).isSameAs(first);
    assertThat(second.position()).isZero();
    assertThat(second.remaining()).isGreaterThan(ChunkedOutput.CHUNK);
  }

  @Test
  void givesNobodyTheChunkThatAnotherHas() {
    assertThat(chunks.take(10)).isNotSameAs(chunks.take(10));
  }

  @Test
  void takesOnlySoMuchMemoryOutsideOfTheHeap() {
    List<ByteBuffer> taken = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      taken.add(chunks.take(1_000));
    }
    assertThat(taken).filteredOn(ByteBuffer::isDirect).hasSize(16);
    assertThat(taken.getLast().remaining()).isEqualTo(1_000);
  }

  @Test
  void givesWhatIsTooLargeForItOnTheHeap() {
    ByteBuffer large = chunks.take(1_000_000);
    assertThat(large.isDirect()).isFalse();
    assertThat(large.remaining()).isEqualTo(1_000_000);
  }
}
