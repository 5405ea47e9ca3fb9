package dev.packhouse.generator.read;

import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file of a package, which say whose they are when they cannot be read. */
final class NamedContent extends FilterInputStream {
  private final String file;

  private NamedContent(String file, InputStream in) {
    super(in);
    this.file = file;
  }

  /**
   * @param file path as the user knows it
   */
  static PackageFile.Content of(String file, PackageFile.Content content) {
    return () -> {
      try {
        return new NamedContent(file, content.open());
      } catch (IOException failed) {
        throw UnreadableFileException.of(file, failed);
      }
    };
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException failed) {
      throw UnreadableFileException.of(file, failed);
    }
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    try {
      return super.read(bytes, start, length);
    } catch (IOException failed) {
      throw UnreadableFileException.of(file, failed);
    }
  }
}
