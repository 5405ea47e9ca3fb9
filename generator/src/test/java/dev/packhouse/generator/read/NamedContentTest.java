package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.model.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class NamedContentTest {
  @Test
  void givesTheBytesAsTheyAre() throws IOException {
    byte[] bytes = {1, 2, 3};
    try (InputStream in = NamedContent.of("a", () -> new ByteArrayInputStream(bytes)).open()) {
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.readAllBytes()).containsExactly(2, 3);
    }
  }

  @Test
  void saysWhichFileADiskFailsToRead() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] bytes, int start, int length) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    try (InputStream in = NamedContent.of("a/b.yml", () -> broken).open()) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOfSatisfying(
              UnreadableFileException.class,
              unreadable ->
                  assertThat(unreadable.finding().toString())
                      .startsWith("a/b.yml: error: This cannot be read: Input/output error."));
      assertThatThrownBy(in::read).isInstanceOf(UnreadableFileException.class);
    }
  }
}
