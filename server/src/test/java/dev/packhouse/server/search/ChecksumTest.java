package dev.packhouse.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksumTest {
  @TempDir Path folder;

  @Test
  void isTheOneThatLuceneWroteAtTheEnd() throws IOException {
    for (int length : new int[] {0, 1, 1000, 256 * 1024 - 8, 256 * 1024, 700_000, 9_000_001}) {
      String name = "file" + length;
      try (MMapDirectory directory = new MMapDirectory(folder)) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
          out.writeBytes(bytes, length);
          CodecUtil.writeFooter(out);
        }
        try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
          assertThat(Checksum.of(folder.resolve(name))).isEqualTo(CodecUtil.retrieveChecksum(in));
        }
      }
    }
  }

  @Test
  void isNothingThatAFileOfAFewBytesHas() throws IOException {
    Path file = Files.write(folder.resolve("short"), new byte[15]);

    assertThatThrownBy(() -> Checksum.of(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " has no checksum");
  }
}
